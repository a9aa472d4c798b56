package app.parley.cloudapi;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who may not write to a number (contract 9.6). Meta blocks only whoever has written within 24 hours; for anybody else
 * it says 131047. Reasons are told per person, even where only one is named.
 */
@Component
public class BlockList {

    private final GraphClient graph;

    BlockList(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * They can neither write nor be written to any more. Returns once Meta has answered.
     *
     * @param waId the phone number, digits
     * @throws GraphException with Meta's reason
     */
    public void block(String phoneNumberId, String accessToken, String waId) {
        change("POST", phoneNumberId, accessToken, waId);
    }

    /** As {@link #block}, the other way round. */
    public void unblock(String phoneNumberId, String accessToken, String waId) {
        change("DELETE", phoneNumberId, accessToken, waId);
    }

    private void change(String method, String phoneNumberId, String accessToken, String waId) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("messaging_product", "whatsapp");
        json.putArray("block_users").addObject().put("user", "+" + waId);
        GraphAnswer answer =
                graph.answer(method, phoneNumberId + "/block_users", accessToken, Json.MAPPER.writeValueAsBytes(json));
        JsonNode failed = answer.body().path("block_users").path("failed_users").path(0);
        JsonNode error = failed.path("errors").path(0);
        if (Json.integer(error, "code") != null) {
            throw new GraphException("WhatsApp refused to change the block list", GraphError.of(error));
        }
        if (answer.status() != 200) {
            throw GraphClient.refusal(answer.status(), answer.body());
        }
    }
}

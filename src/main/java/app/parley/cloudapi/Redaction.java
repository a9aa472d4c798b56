package app.parley.cloudapi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one person out of a webhook, and leaves what it says of others: their contact, their messages and the statuses
 * of ours to them are each an element of a list (contract section 2).
 */
public final class Redaction {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private Redaction() {}

    /** @param identities what the person is named by; empty when the body names none of them */
    public static Optional<byte[]> of(byte[] body, Set<String> identities) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (identities.stream().noneMatch(text::contains)) {
            return Optional.empty();
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            boolean changed = prune(tree, identities);
            byte[] left = Json.MAPPER.writeValueAsBytes(tree);
            if (names(new String(left, StandardCharsets.UTF_8), identities)) {
                return Optional.of(NOTHING);
            }
            return changed ? Optional.of(left) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(NOTHING);
        }
    }

    /** As a value of its own; a number that is part of a longer one is somebody else's. */
    private static boolean names(String text, Set<String> identities) {
        return identities.stream().anyMatch(identity -> text.contains("\"" + identity + "\""));
    }

    /** @return whether anything was taken out */
    private static boolean prune(JsonNode node, Set<String> identities) {
        boolean changed = false;
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (isAbout(list.get(i), identities)) {
                    list.remove(i);
                    changed = true;
                } else {
                    changed |= prune(list.get(i), identities);
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (JsonNode child : object) {
                changed |= prune(child, identities);
            }
        }
        return changed;
    }

    /** Says it outside of any further list: an account's entry, which holds everybody's, is about nobody. */
    private static boolean isAbout(JsonNode node, Set<String> identities) {
        if (node instanceof ArrayNode) {
            return false;
        }
        if (node.isValueNode()) {
            return identities.contains(node.asString(""));
        }
        for (JsonNode child : node) {
            if (isAbout(child, identities)) {
                return true;
            }
        }
        return false;
    }
}

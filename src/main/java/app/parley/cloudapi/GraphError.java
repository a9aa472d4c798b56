package app.parley.cloudapi;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An error of Meta's (contract 4.2), the same whether a send is refused at once or fails later by a status. */
public record GraphError(int code, String title) {

    /** More than 24 hours since the customer last wrote. */
    public static final int RE_ENGAGEMENT = 131047;

    /** Meta's temporary troubles: nothing was accepted, and the same request may succeed later. */
    private static final Set<Integer> RETRYABLE =
            Set.of(1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004, 135000, 2494100);

    static GraphError of(JsonNode node) {
        Integer code = Json.integer(node, "code");
        String title = Json.text(node, "title");
        String message = Json.text(node, "message");
        return new GraphError(code == null ? 0 : code, title != null ? title : message != null ? message : "Unknown");
    }

    public boolean isRetryable() {
        return RETRYABLE.contains(code);
    }
}

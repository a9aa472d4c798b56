package app.parley.cloudapi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An error of Meta's (contract 4.2), the same whether a send is refused at once or fails later by a status.
 *
 * @param subcode 0 when there is none
 * @param passing whether Meta says that it will pass ({@code is_transient})
 * @param details Meta's explanation for developers, for the log only, without numbers that may be somebody's
 */
public record GraphError(
        int code,
        String title,
        int subcode,
        boolean passing,
        @Nullable String details) {

    /** More than 24 hours since the customer last wrote. */
    public static final int RE_ENGAGEMENT = 131047;

    /** None of Meta's codes: there was none in the error, or nobody could be asked. */
    public static final int NO_CODE = -1;

    private static final int BAD_REQUEST = 100;

    /** Subcode of {@value #BAD_REQUEST}: the number does not exist, or not for this token. */
    private static final int NOT_THERE = 33;

    private static final Pattern PERSONAL = Pattern.compile("wamid\\.\\S+|\\d[\\d ()-]{4,}\\d");
    private static final int LONGEST_DETAILS = 300;

    public GraphError(int code, String title) {
        this(code, title, 0, false, null);
    }

    static GraphError of(JsonNode node) {
        Integer code = Json.integer(node, "code");
        Integer subcode = Json.integer(node, "error_subcode");
        String title = Json.text(node, "title");
        String message = Json.text(node, "message");
        return new GraphError(
                code == null ? NO_CODE : code,
                title != null ? title : message != null ? message : "Unknown",
                subcode == null ? 0 : subcode,
                node.path("is_transient").asBoolean(false),
                details(node));
    }

    /** What the outbox does about it. */
    public Course course() {
        if (code == BAD_REQUEST && subcode == NOT_THERE) {
            return Course.PAUSE;
        }
        return passing && isUnlisted()
                ? Course.RETRY_A_LITTLE
                : ErrorCatalogue.of(code).course();
    }

    /** Whether nothing else that the number sends would fare better, until an admin has mended something. */
    public boolean stopsNumber() {
        return course() == Course.PAUSE || course() == Course.PAUSE_AND_FAIL;
    }

    /** The code that says why a number is paused: {@value #NOT_THERE} for one that is not there. */
    public int reason() {
        return code == BAD_REQUEST && subcode == NOT_THERE ? NOT_THERE : code;
    }

    /** Whether the same request may succeed later without anybody doing anything. */
    public boolean isRetryable() {
        return switch (course()) {
            case RETRY, RETRY_A_LITTLE, SLOW_DOWN, SPARE_CUSTOMER, REST, MAINTENANCE -> true;
            case PAUSE, PAUSE_AND_FAIL, FAIL -> false;
        };
    }

    /** Whether we know nothing of this code. */
    boolean isUnlisted() {
        return !ErrorCatalogue.lists(code);
    }

    /** What helps the agent once a message failed with this code for good. */
    public static Remedy remedy(int code) {
        return ErrorCatalogue.of(code).remedy();
    }

    /** An object as a rule, a plain text on errors that are not WhatsApp's. */
    private static @Nullable String details(JsonNode node) {
        JsonNode data = node.path("error_data");
        String details = data.isString() ? data.asString() : Json.text(data, "details");
        if (details == null) {
            return null;
        }
        String clean = PERSONAL.matcher(details).replaceAll("…");
        return clean.length() <= LONGEST_DETAILS ? clean : clean.substring(0, LONGEST_DETAILS);
    }
}

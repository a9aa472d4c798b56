package app.parley.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in the shape of the Graph API (contract section 4.2). */
final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final int code;
    private final int subcode;
    private final @Nullable String details;

    private GraphError(int status, String type, int code, int subcode, String message, @Nullable String details) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.subcode = subcode;
        this.details = details;
    }

    static GraphError badToken() {
        String message = "Invalid OAuth access token - Cannot parse access token";
        return new GraphError(401, "OAuthException", 190, 0, message, null);
    }

    static GraphError expiredToken() {
        String message = "Error validating access token: Session has expired";
        return new GraphError(401, "OAuthException", 190, 463, message, null);
    }

    /** The same for what does not exist and for what this token may not see. */
    static GraphError unknownObject(String method, String id) {
        String message = "Unsupported " + method + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                + " Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
        return new GraphError(400, "GraphMethodException", 100, 33, message, null);
    }

    /** Meta checks a proof wherever one is given. */
    static GraphError badProof() {
        String message = "Invalid appsecret_proof provided in the API argument";
        return new GraphError(400, "GraphMethodException", 100, 0, message, null);
    }

    static GraphError badParameter(int code, String details) {
        return of(400, code, details);
    }

    static GraphError of(int status, int code, String details) {
        String message = "(#" + code + ") " + ErrorWords.title(code);
        return new GraphError(status, "OAuthException", code, 0, message, details);
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = MetaJson.object();
        ObjectNode error = body.putObject("error");
        error.put("message", getMessage()).put("type", type).put("code", code);
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", MetaIds.trace());
        return body;
    }
}

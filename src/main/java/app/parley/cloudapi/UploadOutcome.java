package app.parley.cloudapi;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What became of taking a file to Meta. Nothing was sent to anybody yet, so that all but a refusal can be repeated. */
public sealed interface UploadOutcome {

    /** Meta knows it by this id, for 30 days. */
    record Uploaded(String mediaId) implements UploadOutcome {}

    /** Meta answered with an error, or somebody on the way there with one that will not pass. */
    record Refused(GraphError error) implements UploadOutcome {}

    /** No connection, a connection that was cut, or an answer that is not Graph's. */
    record NotUploaded(String reason) implements UploadOutcome {}

    /** It is no longer on our disk. */
    record Missing() implements UploadOutcome {}

    static UploadOutcome of(HttpResponse<byte[]> response) {
        try {
            JsonNode answer = Json.MAPPER.readTree(response.body());
            String id = Json.id(answer, "id");
            if (response.statusCode() == 200 && id != null) {
                return new Uploaded(id);
            }
            if (answer.path("error").isObject()) {
                return new Refused(GraphError.of(answer.path("error")));
            }
        } catch (JacksonException e) {
            // HTML where JSON was promised: the status has to say it.
        }
        int status = response.statusCode();
        // Somebody in between who finds the request wrong, or the file too large, will find so again.
        boolean lasting = status >= 400 && status < 500 && status != 407 && status != 408 && status != 429;
        return lasting
                ? new Refused(new GraphError(GraphError.NO_CODE, "HTTP " + status))
                : new NotUploaded("HTTP " + status);
    }
}

package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** Answers in Meta's JSON, after the request was put on record. */
@SandboxComponent
final class GraphAnswers {

    private final SandboxRecord record;

    GraphAnswers(SandboxRecord record) {
        this.record = record;
    }

    ResponseEntity<byte[]> ok(HttpServletRequest request, ObjectNode answer) {
        record.request(request, 200, null);
        return json(200, answer);
    }

    ResponseEntity<byte[]> success(HttpServletRequest request) {
        return ok(request, MetaJson.object().put("success", true));
    }

    ResponseEntity<byte[]> refused(HttpServletRequest request, GraphError refusal) {
        record.request(request, refusal.status(), null);
        return json(refusal.status(), refusal.body());
    }

    static ResponseEntity<byte[]> json(int status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(MetaJson.write(body));
    }

    static GraphError unknown(HttpServletRequest request, String id) {
        return GraphError.unknownObject(request.getMethod().toLowerCase(Locale.ROOT), id);
    }
}

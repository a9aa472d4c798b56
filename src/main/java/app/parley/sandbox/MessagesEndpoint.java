package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /{phone-number-id}/messages}: sending, and marking as read (contract section 4). */
@SandboxComponent
@RestController
final class MessagesEndpoint {

    private final Phones phones;
    private final Sends sends;
    private final TemplateCheck templates;
    private final PhoneAttachments attachments;
    private final GraphAnswers answers;
    private final SandboxRecord record;

    MessagesEndpoint(
            Phones phones,
            Sends sends,
            TemplateCheck templates,
            PhoneAttachments attachments,
            GraphAnswers answers,
            SandboxRecord record) {
        this.phones = phones;
        this.sends = sends;
        this.templates = templates;
        this.attachments = attachments;
        this.answers = answers;
        this.record = record;
    }

    @PostMapping("/sandbox/graph/{version}/{phoneNumberId}/messages")
    ResponseEntity<byte[]> post(
            @PathVariable String phoneNumberId,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        byte[] bytes = body == null ? new byte[0] : body;
        SandboxRecord.body(request, bytes);
        SandboxNumber number =
                phones.number(phoneNumberId).orElseThrow(() -> GraphAnswers.unknown(request, phoneNumberId));
        JsonNode message = parse(bytes);
        SendCheck.product(message);
        if (message.has("status")) {
            sends.markRead(number, message);
            return answers.success(request);
        }
        SendCheck.message(message);
        templates.check(message);
        attachments.check(message, request);
        Answer answer = sends.take(number, message);
        record.request(request, answer.ending().status(), answer.messageId());
        if (answer.messageId() != null) {
            attachments.keep(answer.messageId(), message);
        }
        answer.fulfil();
        return switch (answer.ending()) {
            case ANSWERED -> GraphAnswers.json(200, answer.body());
            case CUT -> cut(response);
            case BAD_GATEWAY -> badGateway();
        };
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MetaJson.read(body);
        } catch (JacksonException malformed) {
            throw GraphError.badParameter(100, "The body is not JSON.");
        }
    }

    /** As a proxy on the way says it. */
    private static ResponseEntity<byte[]> badGateway() {
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .contentType(MediaType.TEXT_HTML)
                .body("<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.US_ASCII));
    }

    /** A failure after the head of the answer went out makes the server close the connection without a body. */
    private static ResponseEntity<byte[]> cut(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.OK.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(200);
        response.flushBuffer();
        throw new AnswerLost();
    }

    /** Not a fault of ours: the fate that was chosen for this send. */
    private static final class AnswerLost extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerLost() {
            super("The sandbox cut the connection, as it was told to");
        }
    }
}

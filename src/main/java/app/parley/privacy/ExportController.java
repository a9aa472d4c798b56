package app.parley.privacy;

import app.parley.conversations.ConversationId;
import app.parley.team.CurrentAgent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands an admin a customer's copy; for anybody else there is none. */
@RestController
class ExportController {

    private final Exports exports;
    private final CurrentAgent currentAgent;

    ExportController(Exports exports, CurrentAgent currentAgent) {
        this.exports = exports;
        this.currentAgent = currentAgent;
    }

    @GetMapping("/conversations/{conversation:\\d{1,18}}/export")
    void export(@PathVariable long conversation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Exports.Copy> copy = exports.begin(currentAgent.of(request), new ConversationId(conversation));
        if (copy.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("customer-" + copy.get().customer().id().value() + ".zip")
                        .build()
                        .toString());
        exports.write(copy.get(), response.getOutputStream());
    }
}

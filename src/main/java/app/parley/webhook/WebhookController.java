package app.parley.webhook;

import app.parley.foundation.Trouble;
import app.parley.journal.Journal;
import app.parley.numbers.Accounts;
import app.parley.numbers.WebhookActivity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meta's way in (contract section 1): proves who calls, has the body kept, and only then says 200. */
@RestController
@RequestMapping(WebhookController.PATH)
class WebhookController {

    static final String PATH = "/webhooks/whatsapp";

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
    private static final long KEEP_WITHIN_SECONDS = 10;

    private final Accounts accounts;
    private final WebhookActivity activity;
    private final Journal journal;

    WebhookController(Accounts accounts, WebhookActivity activity, Journal journal) {
        this.accounts = accounts;
        this.activity = activity;
        this.journal = journal;
    }

    /** Contract 1.1: echoes the challenge, as plain text, to whoever knows the verify token. */
    @GetMapping
    ResponseEntity<String> verify(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (!mode.equals("subscribe") || !accounts.isVerifyToken(token)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(challenge);
    }

    @PostMapping
    void receive(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature)
            throws IOException {
        response.setStatus(received(request, signature).value());
        response.setContentLength(0);
        // A stop waits for what has begun, but not for an answer that is still in a buffer.
        response.flushBuffer();
    }

    private HttpStatus received(HttpServletRequest request, @Nullable String signature) throws IOException {
        byte[] body;
        try {
            body = new WebhookBody(System::nanoTime).read(request.getInputStream());
        } catch (WebhookBody.TooLargeException e) {
            return HttpStatus.CONTENT_TOO_LARGE;
        } catch (WebhookBody.TooSlowException e) {
            return HttpStatus.REQUEST_TIMEOUT;
        }
        // The signature is over what Meta wrote; unpacking for a stranger first would be a gift to them.
        if (isPacked(request.getHeader(HttpHeaders.CONTENT_ENCODING))) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        Set<String> signedBy = accounts.signersOf(body, signature);
        if (signedBy.isEmpty()) {
            return HttpStatus.UNAUTHORIZED;
        }
        noteTheTime(request);
        return keep(body, signedBy);
    }

    /** Of whoever has proved to be WhatsApp: an admin whose clock is wrong is told so. */
    private void noteTheTime(HttpServletRequest request) {
        try {
            long date = request.getDateHeader(HttpHeaders.DATE);
            if (date >= 0) {
                activity.dated(Instant.ofEpochMilli(date));
            }
        } catch (IllegalArgumentException e) {
            return; // It is no date, and nothing depends on it.
        }
    }

    private static boolean isPacked(@Nullable String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** 503 only when we could not keep it: Meta then sends it again (contract 1.3). */
    private HttpStatus keep(byte[] body, Set<String> signedBy) {
        try {
            journal.keep(body, signedBy).get(KEEP_WITHIN_SECONDS, TimeUnit.SECONDS);
            return HttpStatus.OK;
        } catch (ExecutionException | TimeoutException e) {
            log.error("A webhook could not be kept; the sender was told to come back: {}", Trouble.in(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HttpStatus.SERVICE_UNAVAILABLE;
    }
}

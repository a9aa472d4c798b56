package app.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.SignedWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A customer whom nobody has met before. What they do crosses a socket: to Parley's webhook, or to the sandbox. */
final class Customer {

    private static final String ACCOUNT = "102290129340398";
    private static final String BAKERY = "106540352242922";
    private static final AtomicLong COUNT = new AtomicLong();
    private static final HttpClient SOCKET = HttpClient.newHttpClient();

    private final String application;
    private final String name;
    private final String waId = String.valueOf(34_600_100_000L + COUNT.incrementAndGet());

    Customer(String application, String name) {
        this.application = application;
        this.name = name;
    }

    String name() {
        return name;
    }

    Customer writes(String text) {
        return writes(text, Duration.ZERO);
    }

    /** @param ago how old the message is when it arrives, by the time it bears */
    Customer writes(String text, Duration ago) {
        String id = "wamid.journey." + COUNT.incrementAndGet();
        Instant at = Instant.now().minus(ago);
        String body = SignedWebhook.text(ACCOUNT, BAKERY, waId, name, id, at, text);
        post(SignedWebhook.sign(body, "sandbox-app-secret").to(application));
        return this;
    }

    /**
     * A message of any type, sent now.
     *
     * @param parts the part of it that says what it is, {@code "type":…} and the rest, as JSON
     * @return Meta's id of it
     */
    String sends(String parts) {
        String id = "wamid.journey." + COUNT.incrementAndGet();
        String body = """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp",\
                "metadata":{"display_phone_number":"15550783881","phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],\
                "messages":[{"from":"%s","id":"%s","timestamp":"%d",%s}]}}]}]}""".formatted(
                        ACCOUNT, BAKERY, name, waId, waId, id, Instant.now().getEpochSecond(), parts);
        post(SignedWebhook.sign(body, "sandbox-app-secret").to(application));
        return id;
    }

    /** Numbered from 1: "Line 1", "Line 2", … */
    Customer writesLines(int count) {
        for (int i = 1; i <= count; i++) {
            writes("Line " + i);
        }
        return this;
    }

    /** Looks at the phone. */
    void reads() {
        post(HttpRequest.newBuilder(URI.create(application + "/sandbox/control/reads"))
                .header("Authorization", "Bearer sandbox-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"phone_number_id\":\"%s\",\"from\":\"%s\"}".formatted(BAKERY, waId)))
                .build());
    }

    private static void post(HttpRequest request) {
        try {
            assertThat(SOCKET.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

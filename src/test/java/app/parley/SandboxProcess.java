package app.parley;

import app.parley.sandbox.SandboxApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox as an application of its own beside the one under test, which takes it for WhatsApp. */
public final class SandboxProcess implements AutoCloseable {

    public static final String ACCOUNT = "102290129340398";
    public static final String TOKEN = "sandbox-token";
    public static final String SECRET = "sandbox-app-secret";

    private final ConfigurableApplicationContext sandbox = new SpringApplicationBuilder(SandboxApplication.class)
            .profiles("sandbox")
            .run("--server.port=0", "--parley.sandbox.record=");
    private final HttpClient http = HttpClient.newHttpClient();

    /** What to set as {@code parley.whatsapp.graph-url}. */
    public String graphUrl() {
        return address() + "/sandbox/graph";
    }

    private String address() {
        return "http://localhost:" + sandbox.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Orders how it plays: {@code account}, {@code webhook}, {@code fate} and so on. */
    public int play(String what, String order) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address() + "/sandbox/control/" + what))
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .PUT(HttpRequest.BodyPublishers.ofString(order))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }
}

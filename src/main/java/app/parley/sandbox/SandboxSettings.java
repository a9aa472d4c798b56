package app.parley.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What the sandbox must know: the credentials it shares with the application, as Meta would, and where webhooks go.
 * Nothing here is read from the application's database, so that the sandbox can stand alone.
 */
@SandboxComponent
final class SandboxSettings {

    /** What the account pays in. */
    static final String CURRENCY = "USD";

    private final Environment environment;
    private volatile @Nullable String webhookUrl;

    SandboxSettings(Environment environment) {
        this.environment = environment;
    }

    String businessAccountId() {
        return environment.getProperty("parley.whatsapp.business-account-id", "102290129340398");
    }

    String accessToken() {
        return environment.getRequiredProperty("parley.whatsapp.access-token");
    }

    /** While secrets rotate several are configured; Meta signs with one, here the first. */
    String appSecret() {
        return environment
                .getRequiredProperty("parley.whatsapp.app-secret")
                .split(",", -1)[0]
                .strip();
    }

    String graphVersion() {
        return environment.getProperty("parley.whatsapp.graph-version", "v26.0");
    }

    /** Read at each use: the port of our own server is known only once it listens. */
    String webhookUrl() {
        String entered = webhookUrl;
        if (entered != null) {
            return entered;
        }
        String port = environment.getProperty("local.server.port", "8080");
        return environment.getProperty("parley.sandbox.webhook-url", "http://localhost:" + port + "/webhooks/whatsapp");
    }

    /** As entered in the app's dashboard, whatever is configured. */
    void webhooksGoTo(String url) {
        webhookUrl = url;
    }

    String history() {
        return environment.getProperty("parley.sandbox.history", "classpath:demo/bakery.json");
    }

    String templates() {
        return environment.getProperty("parley.sandbox.templates", "classpath:demo/templates.json");
    }

    @Nullable
    Path recordFile() {
        return file("parley.sandbox.record");
    }

    /** Holds the moment from which the histories count back; without it that is now. */
    @Nullable
    Path historyStartFile() {
        return file("parley.sandbox.history-start");
    }

    /** Keeps what was delivered, for the bill; without it the sandbox forgets that when it ends. */
    @Nullable
    Path deliveredFile() {
        return file("parley.sandbox.delivered");
    }

    private @Nullable Path file(String property) {
        String file = environment.getProperty(property, "");
        return file.isBlank() ? null : Path.of(file);
    }

    /** From acceptance to {@code sent}, and again to {@code delivered}, and again to {@code read}. */
    Duration statusDelay() {
        return Duration.ofMillis(environment.getProperty("parley.sandbox.status-delay-ms", Long.class, 300L));
    }

    ZoneId timeZone() {
        String zone = environment.getProperty("parley.time-zone", "");
        return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    boolean readsAutomatically() {
        return environment.getProperty("parley.sandbox.reads-automatically", Boolean.class, false);
    }
}

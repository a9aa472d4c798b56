package app.parley.backup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code --parley.command=backup}: has the Parley that runs make a backup, with the management token, waits for it, says
 * where it lies and ends, with 1 when there is none.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.command", havingValue = "backup")
class BackupCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String TOKEN = "parley.management-token";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Environment environment;
    private int exitCode = 1;

    BackupCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        URI address = URI.create(environment.getProperty(
                        "parley.backup.url", "http://localhost:" + environment.getProperty("server.port", "8080"))
                + "/actuator/backup");
        String token = environment.getProperty(TOKEN, "");
        if (token.isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    TOKEN, null, "must be set, to the same value for this command and for the Parley that runs.");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode answer = ask(http, request.copy().POST(HttpRequest.BodyPublishers.noBody()));
            while (answer.path("running").asBoolean(false)) {
                Thread.sleep(PAUSE);
                answer = ask(http, request.copy().GET());
            }
            say(answer);
        } catch (IOException e) {
            System.out.println("No backup was made. No Parley answered at " + address.resolve("/")
                    + ": it has to run, for it makes the backup (parley.backup.url says where).");
        } catch (IllegalStateException e) {
            System.out.println("No backup was made. " + e.getMessage());
        }
    }

    private static JsonNode ask(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            throw new IllegalStateException("The Parley that runs has another management token, or none.");
        }
        try {
            if (answer.statusCode() == 200) {
                return MAPPER.readTree(answer.body());
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("What answers there is no Parley.", e);
        }
        throw new IllegalStateException("What answers there is no Parley: it says " + answer.statusCode() + ".");
    }

    private void say(JsonNode answer) {
        if (answer.hasNonNull("made")) {
            System.out.printf(
                    "A backup of %d rows and %d files: %s%n",
                    answer.path("rows").asLong(0),
                    answer.path("files").asLong(0),
                    answer.path("made").asString(""));
            exitCode = 0;
        } else {
            System.out.println(answer.path("trouble").asString("No backup was made."));
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}

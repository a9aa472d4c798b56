package app.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import app.parley.ParleyApplication;
import app.parley.SignedWebhook;
import app.parley.TestDatabase;
import app.parley.numbers.Numbers;
import jakarta.servlet.ServletException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that is asked to stop in the midst of a webhook. */
@Tag("database")
class StopTest {

    private static final String ACCOUNT = "102290129340398";
    private static final String NUMBER = "106540352242922";
    private static final String SECRET = "stop-secret";

    private final Path data = FreePlace.freshDirectory();
    private final String url = TestDatabase.freshUrl(data);
    private final CountDownLatch heard = new CountDownLatch(1);

    @Test
    void aRequestThatHadBegunIsAnsweredAndWhatItBroughtIsKept() throws Exception {
        CompletableFuture<Void> stopped;
        try (ConfigurableApplicationContext application = start()) {
            application.getBean(Numbers.class).keep(ACCOUNT, NUMBER, "+1 555 010 4422", "Bakery");
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            byte[] body = SignedWebhook.text(
                            ACCOUNT, NUMBER, "34612550187", "Marta", "wamid.last", Instant.now(), "Just in time")
                    .getBytes(StandardCharsets.UTF_8);
            try (Socket socket = new Socket("localhost", port)) {
                OutputStream out = socket.getOutputStream();
                out.write(head(body).getBytes(StandardCharsets.US_ASCII));
                out.flush();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                // Said once somebody reads what was sent, see Line.
                assertThat(in.readLine()).startsWith("HTTP/1.1 100");
                assertThat(in.readLine()).isEmpty();
                out.write(body, 0, body.length / 2);
                out.flush();
                stopped = CompletableFuture.runAsync(application::close);
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !answers(port));
                assertThat(stopped).isNotDone();
                out.write(body, body.length / 2, body.length - body.length / 2);
                out.flush();
                assertThat(in.readLine()).startsWith("HTTP/1.1 200");
                heard.countDown();
            }
            stopped.get(60, TimeUnit.SECONDS);
        }
        try (ConfigurableApplicationContext again = start()) {
            JdbcTemplate database = again.getBean(JdbcTemplate.class);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(database.queryForObject(
                                    "select count(*) from message where ref = 'wamid.last'", Long.class))
                            .isOne());
        }
    }

    private static String head(byte[] body) {
        return "POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "X-Hub-Signature-256: " + SignedWebhook.signature(body, SECRET) + "\r\nContent-Length: " + body.length
                + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (IOException e) {
            return false;
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ParleyApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("line", new Line(heard)))
                .run(
                        "--server.port=0",
                        "--parley.data-dir=" + data,
                        "--spring.datasource.url=" + url,
                        "--parley.admin.email=carla@bonita.example",
                        "--parley.admin.password=two croissants",
                        "--parley.whatsapp.business-account-id=" + ACCOUNT,
                        "--parley.whatsapp.access-token=token",
                        "--parley.whatsapp.app-secret=" + SECRET,
                        "--parley.whatsapp.verify-token=verify",
                        "--parley.whatsapp.graph-url=http://localhost:1/");
    }

    /**
     * The worst line: Tomcat invites a body before it counts the request as begun, and sends what is left of an answer
     * after it counts it as done; a stop that falls in between would not wait.
     */
    private record Line(CountDownLatch heard)
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addConnectorCustomizers(
                    connector -> assertThat(connector.setProperty("continueResponseTiming", "onRead"))
                            .isTrue());
            server.addEngineValves(new Held(heard));
        }
    }

    /** Keeps back what the webhook left unsent until the sender has heard it, or would have given up. */
    private static final class Held extends ValveBase {

        private final CountDownLatch heard;

        Held(CountDownLatch heard) {
            super(true);
            this.heard = heard;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getMethod().equals("POST")) {
                try {
                    heard.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page that keeps listening after its session has ended, whatever it is told. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EndedSessionTest {

    private static final String PASSWORD = "two croissants";

    @Autowired
    Team team;

    @Autowired
    TeamAdministration administration;

    @LocalServerPort
    int port;

    @Test
    void aPageThatDoesNotLeaveIsToldNothingMoreWithinFiveSeconds() {
        AgentId carla = team.create("Carla", "carla@bonita.example", PASSWORD, Role.ADMIN)
                .requireId();
        AgentId ben =
                team.create("Ben", "ben@bonita.example", PASSWORD, Role.AGENT).requireId();
        try (Visitor visitor = new Visitor(port);
                HttpClient http = HttpClient.newHttpClient()) {
            visitor.login("ben@bonita.example", PASSWORD, false);
            Listening page = new Listening();
            WebSocket push = listen(http, visitor, page);
            administration.disable(carla, ben);
            await().atMost(Duration.ofSeconds(5)).untilTrue(page.over);
            assertThat(String.join("", page.heard)).contains("login");
            push.abort();
        }
    }

    private WebSocket listen(HttpClient http, Visitor visitor, Listening page) {
        String started = visitor.open("/?v-r=init&location=&query=").body();
        String address = "ws://localhost:" + port + "/VAADIN/push?v-r=push&v-uiId=" + in(started, "\"v-uiId\":(\\d+)")
                + "&v-pushId=" + in(started, "\"Vaadin-Push-ID\":\"([^\"]+)\"")
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0";
        return http.newWebSocketBuilder()
                .header("Cookie", visitor.cookies())
                .header("Origin", "http://localhost:" + port)
                .buildAsync(URI.create(address), page)
                .join();
    }

    private static String in(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static final class Listening implements WebSocket.Listener {

        final Queue<CharSequence> heard = new ConcurrentLinkedQueue<>();
        final AtomicBoolean over = new AtomicBoolean();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            over.set(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            over.set(true);
        }
    }
}

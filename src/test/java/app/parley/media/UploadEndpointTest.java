package app.parley.media;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberId;
import app.parley.shell.Visitor;
import app.parley.team.Role;
import app.parley.team.Team;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that an agent's browser uploads, over a socket. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UploadEndpointTest {

    private static final String PASSWORD = "two croissants";
    private static final byte[] PHOTO = Samples.picture("jpg", 40, 20);

    @Autowired
    Given given;

    @Autowired
    Team team;

    @LocalServerPort
    int port;

    ConversationId marta;
    Visitor browser;

    @BeforeEach
    void carlaIsLoggedIn() {
        NumberId number = given.pausedNumber(Given.BAKERY);
        marta = given.writes(number, MARTA, "Hello");
        team.create("Carla", "carla@bonita.example", PASSWORD, Role.AGENT);
        browser = new Visitor(port);
        browser.login("carla@bonita.example", PASSWORD, false);
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void aPhotoIsTaken() {
        HttpResponse<String> answer = upload("tart.jpg", PHOTO);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kind\":\"IMAGE\"").contains("\"id\":\"");
    }

    @Test
    void whatIsNotTakenIsAnsweredWithTheReason() {
        HttpResponse<String> answer = upload("tart.pdf", PHOTO);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"refusal\":\"MISNAMED\"");
    }

    @Test
    void aHostileNameIsMadeHarmless() {
        HttpResponse<String> answer = upload("../../<b>\"\r\nSet-Cookie: a=b.jpg", PHOTO);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("a=b");
        assertThat(answer.body()).doesNotContain("..").doesNotContain("<b>");
    }

    @Test
    void aConversationThatIsNotTheirsDoesNotExist() {
        assertThat(browser.upload(
                                "/media/uploads?conversation=999&name=a.jpg", PHOTO, "X-CSRF-TOKEN", browser.token("/"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherSitesPageCannotUpload() {
        String path = "/media/uploads?name=a.jpg&conversation=" + marta.value();
        assertThat(browser.upload(path, PHOTO).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotLoggedInIsLedToTheLogin() {
        try (Visitor stranger = new Visitor(port)) {
            String path = "/media/uploads?name=a.jpg&conversation=" + marta.value();
            assertThat(stranger.upload(path, PHOTO, "X-CSRF-TOKEN", stranger.token("/login"))
                            .statusCode())
                    .isIn(302, 401, 403);
        }
    }

    @Test
    void aHundredAndOneMegabytesAreRefusedBeforeTheyCome() throws IOException {
        String token = browser.token("/");
        String cookies = browser.cookies();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            String head = "POST /media/uploads?name=a.bin&conversation=" + marta.value() + " HTTP/1.1\r\n"
                    + "Host: localhost:" + port + "\r\nCookie: " + cookies + "\r\nX-CSRF-TOKEN: " + token
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + 101L * 1024 * 1024
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 422");
        }
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        String path = "/media/uploads?conversation=" + marta.value() + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return browser.upload(path, content, "X-CSRF-TOKEN", browser.token("/"));
    }
}

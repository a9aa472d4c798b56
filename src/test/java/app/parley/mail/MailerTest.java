package app.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.MutableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What becomes of a letter, at a mail server behind a socket. */
class MailerTest {

    private static final FakeMailServer SERVER = new FakeMailServer();

    final Mailer mailer = new Mailer(
            new MailProperties(
                    "localhost", SERVER.port(), "parley", "secret", "Parley <parley@bonita.example>", "none"),
            new MutableClock(),
            Duration.ofMillis(500),
            null);

    @BeforeEach
    void asItShouldBe() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws MessagingException, IOException {
        mailer.send(letter("Álvaro \"Al\" Núñez", "alvaro@bonita.example", "Your account — 👋"));
        MimeMessage arrived = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(SERVER.letters().getFirst().getBytes(StandardCharsets.UTF_8)));
        assertThat(arrived.getSubject()).isEqualTo("Your account — 👋");
        assertThat(arrived.getFrom()[0]).hasToString("Parley <parley@bonita.example>");
        InternetAddress to = (InternetAddress) arrived.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Álvaro \"Al\" Núñez");
        assertThat(to.getAddress()).isEqualTo("alvaro@bonita.example");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Hello.\n\nhttps://parley.example/join/abc");
    }

    @Test
    void nobodyWritesIntoALettersHead() {
        for (String bad : List.of("Ben\r\nBcc: all@evil.example", "Ben\nX: y", "Ben\rX", "Ben\u0000", "Ben\u2028X")) {
            assertThat(trouble(letter(bad, "ben@bonita.example", "Hello"))).isEqualTo(MailFailure.ADDRESS);
            assertThat(trouble(letter("Ben", "ben@bonita.example" + bad.substring(3), "Hello")))
                    .isEqualTo(MailFailure.ADDRESS);
            assertThat(trouble(letter("Ben", "ben@bonita.example", bad))).isEqualTo(MailFailure.ADDRESS);
        }
        for (String bad : List.of("ben", "ben@", "@bonita.example", "a@b.example,c@d.example", "<a@b.example> c", "")) {
            assertThat(trouble(letter("Ben", bad, "Hello"))).as(bad).isEqualTo(MailFailure.ADDRESS);
        }
        assertThat(SERVER.letters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH, 535 5.7.8 who are you, PASSWORD",
        "MAIL, 550 not as from there, REFUSED",
        "RCPT, 550 no such user, REFUSED",
        "RCPT, 451 later, REFUSED",
        "DATA, 554 no, REFUSED",
    })
    void aServerThatWillNotIsToldApart(String command, String answer, MailFailure expected) {
        SERVER.answers(command, answer);
        assertThat(trouble(letter("Ben", "ben@bonita.example", "Hello"))).isEqualTo(expected);
    }

    @Test
    void aServerThatIsSilentOrNotThereHoldsNobodyUp() {
        SERVER.saysNothing();
        assertThat(trouble(letter("Ben", "ben@bonita.example", "Hello"))).isEqualTo(MailFailure.AWAY);
        Mailer nowhere = new Mailer(
                new MailProperties("localhost", 9, "", "", "parley@bonita.example", "none"),
                new MutableClock(),
                Duration.ofMillis(500),
                null);
        assertThatThrownBy(() -> nowhere.send(letter("Ben", "ben@bonita.example", "Hello")))
                .isInstanceOfSatisfying(
                        NotSentException.class, e -> assertThat(e.trouble()).isEqualTo(MailFailure.AWAY));
    }

    @Test
    void aServerThatDoesNotEncryptIsToldNoPassword() {
        Mailer careful = new Mailer(
                new MailProperties("localhost", SERVER.port(), "parley", "secret", "parley@bonita.example", "starttls"),
                new MutableClock(),
                Duration.ofMillis(500),
                null);
        assertThatThrownBy(() -> careful.send(letter("Ben", "ben@bonita.example", "Hello")))
                .isInstanceOfSatisfying(
                        NotSentException.class, e -> assertThat(e.trouble()).isEqualTo(MailFailure.NOT_SAFE));
        assertThat(SERVER.commands()).noneMatch(command -> command.startsWith("AUTH"));
        assertThat(SERVER.letters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mail example, 0, '', parley@bonita.example, starttls, host",
        "mail.example, 70000, '', parley@bonita.example, starttls, port",
        "mail.example, 0, '', '', starttls, from",
        "mail.example, 0, '', parley, starttls, from",
        "mail.example, 0, '', 'a@b.example,c@d.example', starttls, from",
        "mail.example, 0, '', parley@bonita.example, ssl, tls",
        "mail.example, 0, parley, parley@bonita.example, none, tls",
        "'', 0, parley, parley@bonita.example, starttls, host",
    })
    void aMalformedSettingStopsTheStartAndIsNamed(
            String host, int port, String username, String from, String tls, String wrong) {
        assertThatThrownBy(() -> new MailProperties(host, port, username, "secret", from, tls))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.mail." + wrong);
                    assertThat(e.getReason()).endsWith(".");
                });
    }

    @Test
    void withoutSettingsThereIsNoPostman() {
        Mailer none = new Mailer(new MailProperties("", 0, "", "", "", ""), new MutableClock());
        assertThat(none.isThere()).isFalse();
    }

    private MailFailure trouble(MailMessage letter) {
        try {
            mailer.send(letter);
        } catch (NotSentException e) {
            return e.trouble();
        }
        throw new AssertionError("It was sent");
    }

    private static MailMessage letter(String name, String address, String subject) {
        return new MailMessage(name, address, subject, "Hello.\n\nhttps://parley.example/join/abc");
    }
}

package app.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.MutableClock;
import app.parley.TestCertificate;
import app.parley.mail.FakeMailServer.Tls;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What travels to a mail server that encrypts, with a certificate made for the test. */
class EncryptedMailTest {

    private static final MailMessage LETTER =
            new MailMessage("Ben", "ben@bonita.example", "Your account", "https://parley.example/join/abc");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"starttls, WHEN_ASKED", "tls, FROM_THE_FIRST_BYTE"})
    void theLetterArrivesAndNothingOfWorthTravelsInTheOpen(String setting, Tls tls) throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", directory);
        try (FakeMailServer server = new FakeMailServer(tls, certificate.shown())) {
            mailer(server, setting, certificate.trusted()).send(LETTER);
            assertThat(server.letters()).singleElement().asString().contains("https://parley.example/join/abc");
            assertThat(server.commands())
                    .filteredOn(command -> !command.startsWith("(encrypted) "))
                    .allMatch(command -> command.startsWith("EHLO ") || command.equals("STARTTLS"));
            assertThat(server.commands())
                    .anyMatch(command -> command.startsWith("(encrypted) AUTH"))
                    .anyMatch(command -> command.startsWith("(encrypted) RCPT"));
        }
    }

    @ParameterizedTest
    @CsvSource({"starttls, WHEN_ASKED", "tls, FROM_THE_FIRST_BYTE"})
    void aCertificateOfAnotherHostIsToldNoPassword(String setting, Tls tls) throws Exception {
        TestCertificate another = TestCertificate.of("mail.example", directory);
        try (FakeMailServer server = new FakeMailServer(tls, another.shown())) {
            refuses(server, mailer(server, setting, another.trusted()), MailFailure.NOT_SAFE);
        }
    }

    @Test
    void aCertificateThatNobodyTrustedSignedIsToldNoPassword() throws Exception {
        TestCertificate unknown = TestCertificate.of("localhost", directory);
        try (FakeMailServer server = new FakeMailServer(Tls.WHEN_ASKED, unknown.shown())) {
            refuses(server, mailer(server, "starttls", null), MailFailure.NOT_SAFE);
        }
    }

    @Test
    void aServerThatTakesBackItsOfferIsToldNoPassword() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", directory);
        try (FakeMailServer server = new FakeMailServer(Tls.WHEN_ASKED, certificate.shown())) {
            server.answers("STARTTLS", "454 not now");
            refuses(server, mailer(server, "starttls", certificate.trusted()), MailFailure.REFUSED);
        }
    }

    private static void refuses(FakeMailServer server, Mailer mailer, MailFailure expected) {
        assertThatThrownBy(() -> mailer.send(LETTER))
                .isInstanceOfSatisfying(
                        NotSentException.class, e -> assertThat(e.trouble()).isEqualTo(expected));
        assertThat(server.commands()).noneMatch(command -> command.contains("AUTH"));
        assertThat(server.letters()).isEmpty();
    }

    private static Mailer mailer(FakeMailServer server, String tls, @Nullable SSLSocketFactory trusted) {
        return new Mailer(
                new MailProperties("localhost", server.port(), "parley", "secret", "parley@bonita.example", tls),
                new MutableClock(),
                Duration.ofSeconds(5),
                trusted);
    }
}

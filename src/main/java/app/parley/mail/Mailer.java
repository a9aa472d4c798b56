package app.parley.mail;

import app.parley.foundation.Trouble;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server of the settings. It may take a while: call it outside any transaction and any lock. */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final MailProperties properties;
    private final Duration longest;
    private final Clock clock;
    private final @Nullable SSLSocketFactory tls;

    @Autowired
    Mailer(MailProperties properties, Clock clock) {
        this(properties, clock, LONGEST, null);
    }

    /**
     * @param longest how long the server may be silent
     * @param tls knows whose certificates are good; null: those that this Java trusts
     */
    Mailer(MailProperties properties, Clock clock, Duration longest, @Nullable SSLSocketFactory tls) {
        this.properties = properties;
        this.clock = clock;
        this.longest = longest;
        this.tls = tls;
    }

    /** Whether there is a mail server to hand letters to. */
    public boolean isThere() {
        return properties.isSet();
    }

    /** @throws NotSentException when the server has not taken it; then it is not sent later either */
    public void send(MailMessage letter) {
        if (!isThere()) {
            throw new NotSentException(MailFailure.NONE);
        }
        Session session = Session.getInstance(settings());
        try (Transport transport = session.getTransport(protocol())) {
            MimeMessage message = message(session, letter);
            boolean known = !properties.username().isEmpty();
            transport.connect(
                    properties.host(),
                    properties.usedPort(),
                    known ? properties.username() : null,
                    known ? properties.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            MailFailure trouble = trouble(e);
            log.warn("A letter was not sent: {} {}", trouble, Trouble.in(e));
            throw new NotSentException(trouble, e);
        }
    }

    private MimeMessage message(Session session, MailMessage letter) throws MessagingException {
        if (Stream.of(letter.name(), letter.address(), letter.subject()).anyMatch(Mailer::breaksOut)) {
            throw new NotSentException(MailFailure.ADDRESS);
        }
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(properties.from(), true));
        message.setRecipient(RecipientType.TO, addressee(letter));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress addressee(MailMessage letter) {
        try {
            InternetAddress one = new InternetAddress(letter.address(), letter.name(), StandardCharsets.UTF_8.name());
            one.validate();
            if (one.getAddress().indexOf('@') < 1 || one.isGroup()) {
                throw new NotSentException(MailFailure.ADDRESS);
            }
            return one;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new NotSentException(MailFailure.ADDRESS, e);
        }
    }

    /** A line's end in a head begins another line of it, which would be theirs to write. */
    private static boolean breaksOut(String text) {
        return text.codePoints().anyMatch(one -> Character.isISOControl(one) || one == 0x2028 || one == 0x2029);
    }

    private String protocol() {
        return properties.tls().equals("tls") ? "smtps" : "smtp";
    }

    private Properties settings() {
        String prefix = "mail." + protocol();
        String wait = String.valueOf(longest.toMillis());
        Properties all = new Properties();
        all.put(prefix + ".connectiontimeout", wait);
        all.put(prefix + ".timeout", wait);
        all.put(prefix + ".writetimeout", wait);
        all.put(prefix + ".ssl.checkserveridentity", "true");
        all.put(prefix + ".auth", String.valueOf(!properties.username().isEmpty()));
        boolean isAsked = properties.tls().equals("starttls");
        all.put(prefix + ".starttls.enable", String.valueOf(isAsked));
        all.put(prefix + ".starttls.required", String.valueOf(isAsked));
        if (tls != null) {
            all.put(prefix + ".ssl.socketFactory", tls);
        }
        return all;
    }

    private static MailFailure trouble(MessagingException failure) {
        if (causes(failure).anyMatch(AuthenticationFailedException.class::isInstance)) {
            return MailFailure.PASSWORD;
        }
        if (causes(failure).anyMatch(SendFailedException.class::isInstance)) {
            return MailFailure.REFUSED;
        }
        boolean isUnsafe = causes(failure).anyMatch(SSLException.class::isInstance)
                || Objects.requireNonNullElse(failure.getMessage(), "").contains("STARTTLS");
        if (isUnsafe) {
            return MailFailure.NOT_SAFE;
        }
        return causes(failure).anyMatch(IOException.class::isInstance) ? MailFailure.AWAY : MailFailure.REFUSED;
    }

    /** Mail's exceptions hang on one another in two ways. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(
                failure,
                Objects::nonNull,
                one -> one instanceof MessagingException mail && mail.getNextException() != null
                        ? mail.getNextException()
                        : one.getCause());
    }
}

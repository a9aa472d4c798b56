package app.parley.team;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first admin of an empty house: from the properties {@code parley.admin.email} and {@code parley.admin.password},
 * else whoever types the code that stands in the log.
 */
@Service
public class FirstAdmin {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Team team;
    private final SetupCode code;
    private final String email;
    private final String password;

    FirstAdmin(
            Team team,
            SetupCode code,
            @Value("${parley.admin.email:}") String email,
            @Value("${parley.admin.password:}") String password) {
        this.team = team;
        this.code = code;
        this.email = email;
        this.password = password;
    }

    @EventListener(ApplicationStartedEvent.class)
    void createFromProperties() {
        boolean isAsked = !email.isBlank() || !password.isBlank();
        if (team.isEmpty() && isAsked) {
            require(EMAIL.matcher(email.strip()).matches(), "email", "must be an email address: the first admin's.");
            require(
                    Passwords.fault(password, nameIn(email), email).isEmpty(),
                    "password",
                    "must have " + Passwords.MIN_LENGTH + " characters at least and " + Passwords.MAX_BYTES
                            + " bytes at most, and be neither near the email nor among the first that anybody would"
                            + " guess.");
            team.create(nameIn(email), email, password, Role.ADMIN);
            log.info("Created the first admin from parley.admin.email");
        }
    }

    /** Only when everybody who makes agents at start (the properties, a demo) has had their turn. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void offerSetup() {
        if (team.isEmpty()) {
            log.info("Nobody works here yet. Open /setup and use the code {}", code.show());
        }
    }

    public boolean isWanted() {
        return team.isEmpty();
    }

    /** @throws WrongCodeException if the code is wrong, used, or was guessed at too often in the last minute */
    @Transactional
    public synchronized Agent create(String typedCode, String name, String email, String password)
            throws WrongCodeException {
        if (!team.isEmpty() || !code.matches(typedCode)) {
            throw new WrongCodeException();
        }
        Agent admin = team.createThemselves(name, email, password);
        code.voidIt();
        return admin;
    }

    private static void require(boolean good, String setting, String fault) {
        if (!good) {
            throw new InvalidConfigurationPropertyValueException("parley.admin." + setting, null, fault);
        }
    }

    private static String nameIn(String email) {
        int at = email.indexOf('@');
        return at > 0 ? email.substring(0, at) : email;
    }

    /** Says no more than that, so that a guesser learns nothing. */
    public static final class WrongCodeException extends Exception {
        WrongCodeException() {
            super("Wrong setup code");
        }
    }
}

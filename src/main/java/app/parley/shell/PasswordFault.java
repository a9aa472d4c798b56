package app.parley.shell;

import app.parley.team.Passwords;
import java.util.Optional;

/** What is wrong with a password that somebody chooses, as a key of the message bundle. */
final class PasswordFault {

    private PasswordFault() {}

    static Optional<String> of(String password) {
        if (Passwords.tooShort(password)) {
            return Optional.of("setup.password.short");
        }
        if (Passwords.tooLong(password)) {
            return Optional.of("setup.password.long");
        }
        return Passwords.trivial(password) ? Optional.of("setup.password.trivial") : Optional.empty();
    }
}

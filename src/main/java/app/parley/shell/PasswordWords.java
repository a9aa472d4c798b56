package app.parley.shell;

import app.parley.team.PasswordFault;
import app.parley.team.Passwords;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a password that somebody chooses, as a key of the message bundle. */
final class PasswordWords {

    private PasswordWords() {}

    static Optional<String> of(String password, String name, String email) {
        return Passwords.fault(password, name, email).map(PasswordWords::key);
    }

    private static String key(PasswordFault fault) {
        return "setup.password." + fault.name().toLowerCase(Locale.ROOT);
    }
}

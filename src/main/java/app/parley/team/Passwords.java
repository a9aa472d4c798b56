package app.parley.team;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept, and which ones are too easy to be one. */
@Configuration(proxyBeanMethods = false)
public class Passwords {

    public static final int MIN_LENGTH = 10;
    /** BCrypt looks no further, so a longer password would be a false promise. */
    public static final int MAX_BYTES = 72;

    private static final int STRENGTH = 11;
    private static final int FEWEST_DIFFERENT_CHARACTERS = 4;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(STRENGTH);
    }

    public static boolean tooShort(String password) {
        return password.codePointCount(0, password.length()) < MIN_LENGTH;
    }

    public static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** A well-known word or way along the keyboard, however dressed, or a few characters again and again. */
    public static boolean trivial(String password) {
        return password.toLowerCase(Locale.ROOT).chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
                || CommonPasswords.hasHardlyMoreThanThese(password, Stream.empty());
    }

    /** What is wrong with it as theirs. */
    public static Optional<PasswordFault> fault(String password, String name, String email) {
        if (tooShort(password)) {
            return Optional.of(PasswordFault.SHORT);
        }
        if (tooLong(password)) {
            return Optional.of(PasswordFault.LONG);
        }
        if (trivial(password)) {
            return Optional.of(PasswordFault.TRIVIAL);
        }
        Stream<String> own = NO_LETTER.splitAsStream(name + " " + email);
        return CommonPasswords.hasHardlyMoreThanThese(password, Stream.concat(own, Stream.of(email)))
                ? Optional.of(PasswordFault.PERSONAL)
                : Optional.empty();
    }

    static Optional<PasswordFault> fault(String password, Agent agent) {
        return fault(password, agent.name(), agent.email());
    }
}

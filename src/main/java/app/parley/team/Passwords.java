package app.parley.team;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
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
    private static final Set<String> TRIVIAL = Set.of(
            "password",
            "passwort",
            "passw0rd",
            "contrasena",
            "contraseña",
            "senha",
            "qwerty",
            "qwertyuiop",
            "azerty",
            "letmein",
            "iloveyou",
            "welcome",
            "administrator",
            "admin",
            "parley",
            "whatsapp",
            "changeme",
            "secret");

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

    /** A well-known word, perhaps repeated or dressed in digits and signs, a run such as 1234567890, or one letter. */
    public static boolean trivial(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        String letters = plain.replaceAll("[^\\p{L}]", "");
        return plain.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
                || isRun(plain)
                || TRIVIAL.stream()
                        .anyMatch(word ->
                                !letters.isEmpty() && letters.replace(word, "").isEmpty())
                || TRIVIAL.contains(plain.replaceAll("[\\d\\p{Punct}\\s]+$", ""));
    }

    private static boolean isRun(String text) {
        return "01234567890123456789".contains(text)
                || "09876543210987654321".contains(text)
                || "abcdefghijklmnopqrstuvwxyz".contains(text);
    }
}

package app.parley.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The mail server, from {@code parley.mail.*}; without a host there is none.
 *
 * @param port null or 0: the usual one for the kind of encryption
 * @param from as who sends, such as {@code Parley <parley@bonita.example>}
 * @param tls {@code starttls} (from the second line on), {@code tls} (from the first byte on) or {@code none}
 */
@ConfigurationProperties("parley.mail")
record MailProperties(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") String tls) {

    private static final int HIGHEST_PORT = 65_535;

    MailProperties {
        host = host.strip();
        username = username.strip();
        from = from.strip();
        tls = tls.strip().toLowerCase(Locale.ROOT);
        tls = tls.isEmpty() ? "starttls" : tls;
        require(host.matches("[A-Za-z0-9.:_-]*"), "host", "is not the name of a mail server.");
        require(port == null || (port >= 0 && port <= HIGHEST_PORT), "port", "is not a port.");
        require(Set.of("starttls", "tls", "none").contains(tls), "tls", "must be starttls, tls or none.");
        if (host.isEmpty()) {
            require(username.isEmpty(), "host", "is missing, though parley.mail.username is set.");
        } else {
            require(isAddress(from), "from", "must be an email address: mail is sent as from there.");
            require(
                    username.isEmpty() || !tls.equals("none") || isThisMachine(host),
                    "tls",
                    "is none, and would let anybody on the way read the mail server's password.");
        }
    }

    boolean isSet() {
        return !host.isEmpty();
    }

    int usedPort() {
        if (port != null && port != 0) {
            return port;
        }
        return switch (tls) {
            case "tls" -> 465;
            case "starttls" -> 587;
            default -> 25;
        };
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }

    private static boolean isAddress(String from) {
        try {
            InternetAddress[] all = InternetAddress.parse(from, true);
            if (all.length != 1 || from.chars().anyMatch(Character::isISOControl)) {
                return false;
            }
            all[0].validate();
            return all[0].getAddress().indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    private static void require(boolean good, String setting, String fault) {
        if (!good) {
            throw new InvalidConfigurationPropertyValueException("parley.mail." + setting, null, fault);
        }
    }

    /** Never with its password, wherever this is printed. */
    @Override
    public String toString() {
        return "MailProperties[host=" + host + "]";
    }
}

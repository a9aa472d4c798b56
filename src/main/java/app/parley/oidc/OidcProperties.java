package app.parley.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The identity provider, from {@code parley.oidc.*}; without an issuer there is none.
 *
 * @param issuer as the provider calls itself; below it stands its description
 * @param name what the button on the login page calls it
 */
@ConfigurationProperties("parley.oidc")
record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name) {

    private static final int LONGEST_NAME = 40;

    OidcProperties {
        issuer = issuer.strip();
        clientId = clientId.strip();
        clientSecret = clientSecret.strip();
        name = name.strip();
        if (issuer.isEmpty()) {
            require(clientId.isEmpty() && clientSecret.isEmpty(), "issuer", "is missing beside the other two.");
        } else {
            require(isWeb(issuer), "issuer", "is not an https address such as https://login.example.com.");
            require(!clientId.isEmpty(), "client-id", "is missing, though parley.oidc.issuer is set.");
            require(!clientSecret.isEmpty(), "client-secret", "is missing, though parley.oidc.issuer is set.");
        }
        require(
                name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl),
                "name",
                "must be a name in at most " + LONGEST_NAME + " characters.");
    }

    boolean isSet() {
        return !issuer.isEmpty();
    }

    /** The host, where nobody has given it a name. */
    String shownName() {
        return name.isEmpty() ? URI.create(issuer).getHost() : name;
    }

    /** An address in plain http is for trying things out on one machine, and never for production. */
    OidcProperties requireSafe(boolean production) {
        require(
                !isSet() || isHttps(issuer) || !production,
                "issuer",
                "must begin with https: who signs in would be told and believed in the open.");
        return this;
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = new URI(address);
            boolean isPlain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return uri.getHost() != null && isPlain && (isHttps(address) || isLocal(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHttps(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static boolean isLocal(URI uri) {
        return "http".equals(uri.getScheme())
                && (uri.getHost().equals("localhost") || uri.getHost().equals("127.0.0.1"));
    }

    private static void require(boolean good, String setting, String fault) {
        if (!good) {
            throw new InvalidConfigurationPropertyValueException("parley.oidc." + setting, null, fault);
        }
    }

    /** Never with its secret, wherever this is printed. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + "]";
    }
}

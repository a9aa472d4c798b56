package app.parley.numbers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The account from configuration; it lives in the settings only, so its token is stored nowhere. */
@ConfigurationProperties("parley.whatsapp")
record AccountProperties(
        @Nullable String businessAccountId,
        @Nullable String accessToken,
        @DefaultValue List<String> appSecret,
        @Nullable String verifyToken) {

    /** Pasted values bring blanks and line ends along, which no header may hold. */
    AccountProperties {
        businessAccountId = businessAccountId == null ? null : businessAccountId.strip();
        accessToken = accessToken == null ? null : accessToken.strip();
        verifyToken = verifyToken == null ? null : verifyToken.strip();
        appSecret = appSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (accessToken != null && !accessToken.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidConfigurationPropertyValueException(
                    "parley.whatsapp.access-token", null, "holds characters that no token has.");
        }
    }

    boolean isGiven() {
        return businessAccountId != null && !businessAccountId.isBlank();
    }

    /** Half an account would accept nothing and send nothing: the start stops and names what is missing. */
    void requireWhole() {
        require(accessToken, "access-token");
        require(verifyToken, "verify-token");
        require(appSecret.isEmpty() ? null : appSecret.getFirst(), "app-secret");
    }

    private static void require(@Nullable String value, String setting) {
        if (value == null || value.isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    "parley.whatsapp." + setting,
                    null,
                    "is missing: it is needed because parley.whatsapp.business-account-id is set.");
        }
    }
}

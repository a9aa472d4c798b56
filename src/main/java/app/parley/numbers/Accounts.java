package app.parley.numbers;

import app.parley.cloudapi.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** The WhatsApp Business Accounts we know, and what proves that a call is theirs. */
@Service
@EnableConfigurationProperties(AccountProperties.class)
public class Accounts {

    private final AccountProperties configured;

    Accounts(AccountProperties configured) {
        this.configured = configured;
        if (configured.isGiven()) {
            configured.requireWhole();
        }
    }

    /** The accounts (by WABA id) one of whose app secrets signed these bytes; empty when it is nobody's. */
    public Set<String> signersOf(byte[] body, @Nullable String signature) {
        String account = configured.businessAccountId();
        boolean signed = account != null
                && configured.appSecret().stream()
                        .anyMatch(secret -> WebhookSignature.isValid(signature, body, secret));
        return signed ? Set.of(account) : Set.of();
    }

    /** Whether this is the verify token of an account; compared in constant time. */
    public boolean isVerifyToken(String token) {
        String expected = configured.verifyToken();
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** The token that sends for an account; empty when the account is no longer configured. */
    public Optional<String> accessToken(String wabaId) {
        return wabaId.equals(configured.businessAccountId())
                ? Optional.ofNullable(configured.accessToken())
                : Optional.empty();
    }

    Optional<String> configuredAccount() {
        return Optional.ofNullable(configured.isGiven() ? configured.businessAccountId() : null);
    }
}

package app.parley.numbers;

import app.parley.cloudapi.WebhookSignature;
import app.parley.numbers.KnownAccount.AppSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * The WhatsApp Business Accounts we know, from the settings and from the database, and what proves that a call is
 * theirs. All of it is answered from memory: a webhook's signature is looked at before anything else is done for it.
 */
@Service
@EnableConfigurationProperties(AccountProperties.class)
public class Accounts {

    private final AccountProperties configured;
    private final WebhookActivity activity;
    private volatile Map<String, KnownAccount> known;

    Accounts(AccountProperties configured, WebhookActivity activity) {
        this.configured = configured;
        this.activity = activity;
        if (configured.isGiven()) {
            configured.requireWhole();
        }
        this.known = with(List.of());
    }

    /** The accounts (by WABA id) one of whose app secrets signed these bytes; empty when it is nobody's. */
    public Set<String> signersOf(byte[] body, @Nullable String signature) {
        Map<String, Boolean> answers = new HashMap<>();
        Set<String> signers = new HashSet<>();
        for (KnownAccount account : known.values()) {
            for (AppSecret secret : account.secrets()) {
                // The accounts of one app share its secret: it is tried once.
                if (answers.computeIfAbsent(secret.value(), it -> WebhookSignature.isValid(signature, body, it))) {
                    signers.add(account.wabaId());
                    activity.signed(account.wabaId(), secret.n());
                }
            }
        }
        if (signers.isEmpty()) {
            activity.unsigned(body, known.keySet());
        }
        return signers;
    }

    /** Whether this is the verify token of an account; compared in constant time. */
    public boolean isVerifyToken(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        boolean any = false;
        for (KnownAccount account : known.values()) {
            for (String expected : account.verifyTokens()) {
                if (MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given)) {
                    activity.verified(account.wabaId());
                    any = true;
                }
            }
        }
        if (!any) {
            activity.notVerified();
        }
        return any;
    }

    /** The token that sends for an account; empty when we know none of it. */
    public Optional<String> accessToken(String wabaId) {
        return account(wabaId).map(KnownAccount::accessToken);
    }

    /** Every account we can call for. */
    List<String> wabaIds() {
        return List.copyOf(known.keySet());
    }

    Optional<KnownAccount> account(String wabaId) {
        return Optional.ofNullable(known.get(wabaId));
    }

    boolean isConfigured(String wabaId) {
        return wabaId.equals(configuredAccount().orElse(null));
    }

    Optional<String> configuredAccount() {
        return Optional.ofNullable(configured.isGiven() ? configured.businessAccountId() : null);
    }

    /** From now on these of the database, beside the one from the settings. */
    void become(List<KnownAccount> stored) {
        known = with(stored);
    }

    /** Of an account that is in both, the settings' token counts, and the secrets of both. */
    private Map<String, KnownAccount> with(List<KnownAccount> stored) {
        Map<String, KnownAccount> all = new LinkedHashMap<>();
        String wabaId = configuredAccount().orElse(null);
        if (wabaId != null && configured.accessToken() != null && configured.verifyToken() != null) {
            List<AppSecret> secrets = configured.appSecret().stream()
                    .map(secret -> new AppSecret(0, secret))
                    .toList();
            all.put(
                    wabaId,
                    new KnownAccount(wabaId, configured.accessToken(), secrets, Set.of(configured.verifyToken())));
        }
        stored.forEach(account -> all.merge(account.wabaId(), account, Accounts::both));
        return all;
    }

    private static KnownAccount both(KnownAccount settings, KnownAccount database) {
        List<AppSecret> secrets = new ArrayList<>(settings.secrets());
        secrets.addAll(database.secrets());
        Set<String> verifyTokens = new HashSet<>(settings.verifyTokens());
        verifyTokens.addAll(database.verifyTokens());
        return new KnownAccount(settings.wabaId(), settings.accessToken(), secrets, verifyTokens);
    }
}

package app.parley.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the account stands with Meta: all is well until somebody orders a fault. */
@SandboxComponent
final class AccountState {

    static final String APP_ID = "670843887433847";

    static final List<String> ALL_SCOPES =
            List.of("whatsapp_business_management", "whatsapp_business_messaging", "public_profile");

    private final Map<String, ObjectNode> numbers = new ConcurrentHashMap<>();
    private volatile String token = "valid";
    private volatile List<String> scopes = ALL_SCOPES;
    private volatile @Nullable Instant tokenEndsAt;
    private volatile boolean subscribed = true;
    private volatile boolean otherApp;
    private volatile boolean hidden;
    private volatile boolean debuggable = true;
    private volatile Duration clock = Duration.ZERO;

    /** Everything as at the beginning. */
    void mend() {
        numbers.clear();
        token = "valid";
        scopes = ALL_SCOPES;
        tokenEndsAt = null;
        subscribed = true;
        otherApp = false;
        hidden = false;
        debuggable = true;
        clock = Duration.ZERO;
    }

    /** Sets what the order names, and leaves the rest. */
    void become(JsonNode order) {
        token = order.path("token").asString(token);
        subscribed = order.path("subscribed").asBoolean(subscribed);
        otherApp = order.path("other_app").asBoolean(otherApp);
        hidden = order.path("hidden").asBoolean(hidden);
        debuggable = order.path("debuggable").asBoolean(debuggable);
        clock = Duration.ofSeconds(order.path("clock_seconds").asLong(clock.toSeconds()));
        if (order.has("scopes")) {
            scopes = order.path("scopes")
                    .valueStream()
                    .map(it -> it.asString(""))
                    .toList();
        }
        if (order.has("token_ends_at")) {
            tokenEndsAt = Instant.ofEpochSecond(order.path("token_ends_at").asLong(0));
        }
        order.path("numbers").propertyStream().forEach(it -> {
            if (it.getValue() instanceof ObjectNode fields) {
                numbers.put(it.getKey(), fields);
            }
        });
    }

    void subscribe(boolean on) {
        subscribed = on;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /** Whether somebody else's app hears of the messages. */
    boolean isOtherSubscribed() {
        return otherApp;
    }

    boolean isExpired() {
        return token.equals("expired");
    }

    boolean isRevoked() {
        return token.equals("revoked");
    }

    /** Whether the token may not see the account at all. */
    boolean isHidden() {
        return hidden || !scopes.contains("whatsapp_business_management");
    }

    /** Whether the token may ask about itself. */
    boolean isDebuggable() {
        return debuggable;
    }

    List<String> scopes() {
        return scopes;
    }

    @Nullable
    Instant tokenEndsAt() {
        return tokenEndsAt;
    }

    /** How far Meta's clock is ahead of ours. */
    Duration clock() {
        return clock;
    }

    /** What is otherwise about a number than usual. */
    ObjectNode of(String phoneNumberId) {
        return numbers.getOrDefault(phoneNumberId, MetaJson.object());
    }
}

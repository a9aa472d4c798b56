package app.parley.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The account itself, asked for by its id. */
@SandboxComponent
final class AccountFinder {

    private final SandboxSettings settings;
    private final AccountState state;

    AccountFinder(SandboxSettings settings, AccountState state) {
        this.settings = settings;
        this.state = state;
    }

    /** @param proof that the caller knows the app's secret: the token, signed with it; null when none is given */
    Optional<ObjectNode> find(String id, @Nullable String proof) {
        if (!id.equals(settings.businessAccountId()) || state.isHidden()) {
            return Optional.empty();
        }
        byte[] token = settings.accessToken().getBytes(StandardCharsets.UTF_8);
        if (proof != null && !Signature.of(token, settings.appSecret()).equals("sha256=" + proof)) {
            throw GraphError.badProof();
        }
        return Optional.of(
                MetaJson.object().put("id", id).put("name", "Bonita Bakery").put("currency", SandboxSettings.CURRENCY));
    }
}

package app.parley.numbers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account of the database as it is stored: everything in it that is secret is sealed. */
record StoredAccount(
        AccountId id,
        String wabaId,
        @Nullable String name,
        String accessToken,
        String verifyToken,
        int version,
        Instant addedAt,
        List<StoredSecret> secrets) {

    record StoredSecret(int n, String secret, Instant addedAt) {}

    static String tokenPlace(AccountId id) {
        return "account/" + id.value() + "/access-token";
    }

    static String verifyPlace(AccountId id) {
        return "account/" + id.value() + "/verify-token";
    }

    static String secretPlace(AccountId id, int n) {
        return "account/" + id.value() + "/app-secret/" + n;
    }
}

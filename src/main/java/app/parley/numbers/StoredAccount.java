package app.parley.numbers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account of the database as it is stored: everything in it that is secret is encrypted. */
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

    /** Where all that is secret of an account begins. */
    static String place(AccountId id) {
        return "account/" + id.value() + "/";
    }

    static String tokenPlace(AccountId id) {
        return place(id) + "access-token";
    }

    static String verifyPlace(AccountId id) {
        return place(id) + "verify-token";
    }

    static String secretPlace(AccountId id, int n) {
        return place(id) + "app-secret/" + n;
    }
}

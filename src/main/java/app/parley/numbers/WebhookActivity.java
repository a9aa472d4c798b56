package app.parley.numbers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who called at the webhook's door since this process began, and whether they were let in: what an admin wants to know
 * who waits for a first message. In memory only; it decides nothing.
 */
@Component
public class WebhookActivity {

    private static final int LOOKED_AT = 16 * 1024;

    private final Clock clock;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private volatile @Nullable Instant refusedHandshake;
    private volatile @Nullable Duration skew;

    WebhookActivity(Clock clock) {
        this.clock = clock;
    }

    /**
     * What we know of one account's calls.
     *
     * @param unsigned calls that name the account, with a signature that none of its secrets made
     */
    record Account(
            @Nullable Instant verifiedAt,
            @Nullable Instant signedAt,
            Map<Integer, Instant> bySecret,
            long unsigned,
            @Nullable Instant unsignedAt) {

        private static final Account NEW = new Account(null, null, Map.of(), 0, null);

        private Account verified(Instant at) {
            return new Account(at, signedAt, bySecret, unsigned, unsignedAt);
        }

        private Account signed(int secret, Instant at) {
            Map<Integer, Instant> secrets = new HashMap<>(bySecret);
            secrets.put(secret, at);
            return new Account(verifiedAt, at, Map.copyOf(secrets), unsigned, unsignedAt);
        }

        private Account notSigned(Instant at) {
            return new Account(verifiedAt, signedAt, bySecret, unsigned + 1, at);
        }
    }

    void verified(String wabaId) {
        change(wabaId, account -> account.verified(clock.instant()));
    }

    void notVerified() {
        refusedHandshake = clock.instant();
    }

    /** @param secret which one of the account's */
    void signed(String wabaId, int secret) {
        change(wabaId, account -> account.signed(secret, clock.instant()));
    }

    /** Anybody may write an account's id into a body: it is counted, and believed in nothing else. */
    void unsigned(byte[] body, Set<String> known) {
        // Ids stand at the beginning; a stranger's three megabytes are not worth more.
        String text = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        known.stream()
                .filter(wabaId -> text.contains("\"" + wabaId + "\""))
                .forEach(wabaId -> change(wabaId, account -> account.notSigned(clock.instant())));
    }

    /** Of a signed call that told its time: how far our clock is ahead. */
    public void dated(Instant theirs) {
        skew = Duration.between(theirs, clock.instant());
    }

    Account of(String wabaId) {
        return accounts.getOrDefault(wabaId, Account.NEW);
    }

    /** When somebody last tried a verify token that is none of ours. */
    Optional<Instant> refusedHandshake() {
        return Optional.ofNullable(refusedHandshake);
    }

    /** How far our clock was ahead of a webhook's, when one told. */
    Optional<Duration> skew() {
        return Optional.ofNullable(skew);
    }

    private void change(String wabaId, UnaryOperator<Account> change) {
        accounts.compute(wabaId, (id, before) -> change.apply(before == null ? Account.NEW : before));
    }
}

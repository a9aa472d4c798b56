package app.parley.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, without locking out whose password is guessed at: an address gets few tries at one
 * account and some at all together, and an account few from addresses that have never come in as it. Kept in memory: a
 * restart forgives.
 */
@Component
class LoginThrottle {

    static final Duration WITHIN = Duration.ofMinutes(15);
    static final int TRIES_AT_ONE = 10;
    static final int TRIES_FROM_AN_ADDRESS = 100;
    static final int TRIES_AT_AN_ACCOUNT = 50;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    /** Addresses that have come in, each with the account. */
    private final Set<String> welcome = ConcurrentHashMap.newKeySet();

    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant since) {}

    /** Whether this try is not even looked at. */
    boolean refuses(String email, String address) {
        return count(pair(email, address)) >= TRIES_AT_ONE
                || count(from(address)) >= TRIES_FROM_AN_ADDRESS
                || (count(at(email)) >= TRIES_AT_AN_ACCOUNT && !welcome.contains(pair(email, address)));
    }

    void failed(String email, String address) {
        add(pair(email, address));
        add(from(address));
        if (!welcome.contains(pair(email, address))) {
            add(at(email));
        }
    }

    void succeeded(String email, String address) {
        tries.remove(pair(email, address));
        if (welcome.size() < MOST_REMEMBERED) {
            welcome.add(pair(email, address));
        }
    }

    private int count(String key) {
        Tries kept = tries.get(key);
        return kept == null || isOver(kept) ? 0 : kept.count();
    }

    private void add(String key) {
        if (tries.size() >= MOST_REMEMBERED) {
            tries.values().removeIf(this::isOver);
        }
        tries.compute(
                key,
                (same, kept) -> kept == null || isOver(kept)
                        ? new Tries(1, clock.instant())
                        : new Tries(kept.count() + 1, kept.since()));
    }

    private boolean isOver(Tries kept) {
        return clock.instant().isAfter(kept.since().plus(WITHIN));
    }

    private static String pair(String email, String address) {
        return at(email) + " " + address;
    }

    private static String at(String email) {
        return "at " + email.strip().toLowerCase(Locale.ROOT);
    }

    private static String from(String address) {
        return "from " + address;
    }
}

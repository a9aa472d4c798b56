package app.parley.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, without locking out whose password is guessed at: an address gets few tries at one
 * account and some at all together, and an account few from addresses that have never come in as it. A try is taken
 * before anything is looked at, so that many at the same time are no more than one after the other. Kept in memory: a
 * restart forgives.
 */
@Component
class LoginThrottle {

    static final Duration WITHIN = Duration.ofMinutes(15);
    static final int TRIES_AT_ONE = 10;
    static final int TRIES_FROM_AN_ADDRESS = 100;
    static final int TRIES_AT_AN_ACCOUNT = 50;
    static final int LINKS_FROM_AN_ADDRESS = 30;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Tries> tries = new HashMap<>();

    /** Addresses that have come in, each with the account. */
    private final Set<String> welcome = ConcurrentHashMap.newKeySet();

    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant since) {}

    private record Limit(String key, int most) {}

    /**
     * One that may be looked at; counted as wrong until it is given back.
     *
     * @param last whether none is left after it
     */
    record Try(String email, String address, Instant at, List<String> counted, boolean last) {}

    /** @return empty when this try is not even to be looked at */
    synchronized Optional<Try> take(String email, String address) {
        return take(email, address, limits(email, address).toList());
    }

    /** Somebody comes by a link, which may be made up. @return empty when it is not even to be looked at */
    synchronized Optional<Try> takeLink(String address) {
        return take("", address, List.of(new Limit("link from " + address, LINKS_FROM_AN_ADDRESS)));
    }

    private Optional<Try> take(String email, String address, List<Limit> limits) {
        if (limits.stream().anyMatch(limit -> count(limit.key()) >= limit.most())) {
            return Optional.empty();
        }
        limits.forEach(limit -> add(limit.key(), 1));
        boolean last = limits.stream().anyMatch(limit -> count(limit.key()) >= limit.most());
        List<String> keys = limits.stream().map(Limit::key).toList();
        return Optional.of(new Try(email, address, clock.instant(), keys, last));
    }

    /** One at nobody in particular: whom it is about is known only once it was looked at. */
    synchronized Optional<Try> take(String address) {
        return take("", address, List.of(from(address)));
    }

    /** Nothing was wrong with it. */
    synchronized void giveBack(Try one) {
        one.counted().forEach(key -> {
            Tries kept = tries.get(key);
            if (kept != null && kept.count() > 0 && !kept.since().isAfter(one.at())) {
                add(key, -1);
            }
        });
    }

    synchronized void succeeded(Try one) {
        giveBack(one);
        tries.remove(pair(one.email(), one.address()));
        if (welcome.size() < MOST_REMEMBERED) {
            welcome.add(pair(one.email(), one.address()));
        }
    }

    private Stream<Limit> limits(String email, String address) {
        Limit here = new Limit(pair(email, address), TRIES_AT_ONE);
        Limit from = from(address);
        return welcome.contains(here.key())
                ? Stream.of(here, from)
                : Stream.of(here, from, new Limit(at(email), TRIES_AT_AN_ACCOUNT));
    }

    private static Limit from(String address) {
        return new Limit("from " + address, TRIES_FROM_AN_ADDRESS);
    }

    private int count(String key) {
        Tries kept = tries.get(key);
        return kept == null || isOver(kept) ? 0 : kept.count();
    }

    private void add(String key, int more) {
        if (tries.size() >= MOST_REMEMBERED) {
            tries.values().removeIf(this::isOver);
        }
        Tries kept = tries.get(key);
        tries.put(
                key,
                kept == null || isOver(kept)
                        ? new Tries(Math.max(more, 0), clock.instant())
                        : new Tries(kept.count() + more, kept.since()));
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
}

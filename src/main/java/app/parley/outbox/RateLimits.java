package app.parley.outbox;

import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * WhatsApp's limits (contract section 7), kept in the memory of the one worker that sends: so many messages a second
 * from a number, and to one customer one in six seconds, of which 45 may come at once. After a restart everybody has
 * their full measure again; should that be too much, WhatsApp says so.
 */
@Component
class RateLimits {

    private static final double PAIR_PER_SECOND = 1 / 6.0;
    private static final double PAIR_BURST = 45;
    private static final int MOST_PAIRS = 10_000;

    private final Map<NumberId, ThroughputWindow> flows = new HashMap<>();
    private final Map<NumberId, Instant> rests = new HashMap<>();
    private final Map<ConversationId, TokenBucket> pairs = new HashMap<>();
    private final Clock clock;
    private final Ticker ticker;

    @Autowired
    RateLimits(Clock clock) {
        this(clock, System::nanoTime);
    }

    /** @param ticker nanoseconds, for what happens within seconds */
    RateLimits(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    @FunctionalInterface
    interface Ticker {
        long nanos();
    }

    /** How many messages may leave this number now. */
    synchronized int allowed(SendingNumber number) {
        Instant rest = rests.get(number.id());
        return rest != null && clock.instant().isBefore(rest)
                ? 0
                : flow(number.id(), number.throughput()).allowed(ticker.nanos());
    }

    synchronized void took(SendingNumber number, int messages) {
        flow(number.id(), number.throughput()).took(messages, ticker.nanos());
    }

    /** Until the next message may leave this number. */
    synchronized Duration untilNext(SendingNumber number) {
        return flow(number.id(), number.throughput()).untilNext(ticker.nanos());
    }

    /** WhatsApp finds this number too fast. */
    synchronized void slowDown(NumberId number) {
        ThroughputWindow flow = flows.get(number);
        if (flow != null) {
            flow.slowDown(ticker.nanos());
        }
    }

    /** Nothing leaves this number before then. */
    synchronized void rest(NumberId number, Instant until) {
        rests.merge(number, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /**
     * Whether this customer may be sent a message now; if so, it counts as sent.
     *
     * @return when they may be, if not now; null: now
     */
    synchronized @Nullable Instant take(ConversationId conversation) {
        Instant now = clock.instant();
        TokenBucket pair = pairs.computeIfAbsent(conversation, id -> new TokenBucket(PAIR_BURST, nanos(now)));
        if (pair.available(PAIR_PER_SECOND, nanos(now)) < 1) {
            return now.plusNanos(pair.untilNext(PAIR_PER_SECOND));
        }
        pair.take();
        forgetIdle(now);
        return null;
    }

    /** WhatsApp counts more to this customer than we do: their burst is used up. */
    synchronized void spare(ConversationId conversation) {
        TokenBucket pair = pairs.get(conversation);
        if (pair != null) {
            pair.empty();
        }
    }

    /** Everybody has their full measure again. */
    synchronized void forget() {
        flows.clear();
        rests.clear();
        pairs.clear();
    }

    private ThroughputWindow flow(NumberId number, @Nullable Integer throughput) {
        int wanted = throughput == null ? Numbers.USUAL_THROUGHPUT : Math.max(1, throughput);
        ThroughputWindow flow = flows.get(number);
        if (flow == null || !flow.isOf(wanted)) {
            flow = new ThroughputWindow(wanted, ticker.nanos());
            flows.put(number, flow);
        }
        return flow;
    }

    private void forgetIdle(Instant now) {
        if (pairs.size() > MOST_PAIRS) {
            pairs.values().removeIf(pair -> {
                int available = pair.available(PAIR_PER_SECOND, nanos(now));
                return available > 0 && pair.isFull();
            });
        }
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}

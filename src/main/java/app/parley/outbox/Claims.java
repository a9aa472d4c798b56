package app.parley.outbox;

import app.parley.foundation.Lease;
import app.parley.foundation.Trouble;
import app.parley.numbers.NumberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Chooses what is sent next: what is due, as fast as each number and each customer may be sent. */
@Component
class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    /** A number that is at its limit is looked at again this often: not for each of its messages. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(25);

    private final OutboxRepository repository;
    private final Outcomes outcomes;
    private final RateLimits pace;
    private final TransactionTemplate transaction;
    private final TransactionTemplate looking;
    private final Clock clock;

    Claims(
            OutboxRepository repository,
            Outcomes outcomes,
            RateLimits pace,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.outcomes = outcomes;
        this.pace = pace;
        this.transaction = new TransactionTemplate(transactions);
        this.looking = new TransactionTemplate(transactions);
        this.looking.setReadOnly(true);
        this.clock = clock;
    }

    /** @param more when there may be more to claim, because a number is at its limit; null: nothing holds it up */
    record Claimed(List<OutboxItem> items, @Nullable Duration more) {}

    /** At most so many, and of each number no more than there is room for; none if the lease is lost. */
    Claimed claim(Lease lease, int limit, ToIntFunction<NumberId> room) {
        Instant now = clock.instant();
        List<SendingNumber> due = Objects.requireNonNull(looking.execute(status -> repository.numbers(now)));
        List<SendingNumber> free =
                due.stream().filter(number -> pace.allowed(number) > 0).toList();
        List<OutboxItem> items = free.isEmpty()
                ? List.of()
                : Objects.requireNonNull(transaction.execute(status ->
                        lease.isHeldInThisTransaction() ? claim(free, now, limit, room, lease.holder()) : List.of()));
        Duration more = due.stream()
                .map(pace::untilNext)
                .filter(wait -> !wait.isZero())
                .min(Duration::compareTo)
                .map(wait -> wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait)
                .orElse(null);
        return new Claimed(items, more);
    }

    private List<OutboxItem> claim(
            List<SendingNumber> numbers, Instant now, int limit, ToIntFunction<NumberId> room, String claimant) {
        List<OutboxItem> claimed = new ArrayList<>();
        for (SendingNumber number : numbers) {
            int allowed =
                    Math.min(Math.min(pace.allowed(number), room.applyAsInt(number.id())), limit - claimed.size());
            if (allowed > 0) {
                List<OutboxItem> items = repository.claim(
                        repository.due(number.id(), now, allowed, claimant).stream()
                                .filter(this::mayBeSent)
                                .toList(),
                        now);
                pace.took(number, items.size());
                claimed.addAll(items);
            }
        }
        return claimed;
    }

    /** Who is sent too much waits alone: the others are not held up. */
    private boolean mayBeSent(OutboxItem item) {
        Instant later = pace.take(item.conversation());
        if (later != null) {
            repository.postpone(item, later);
        }
        return later == null;
    }

    /** What others sent meanwhile we cannot know. */
    void beginTerm() {
        pace.forget();
    }

    /** What is claimed and not under way was claimed by a process that is no more: its answers are lost. */
    void recover(Lease lease, Set<Long> underWayNow) {
        Set<Long> underWay = Set.copyOf(underWayNow);
        List<OutboxItem> claimed = Objects.requireNonNull(transaction.execute(status -> {
            if (!lease.isHeldInThisTransaction()) {
                return List.of();
            }
            repository.leadEverywhere();
            return repository.claimed();
        }));
        claimed.stream().filter(item -> !underWay.contains(item.id())).forEach(this::abandon);
    }

    /** One that cannot be settled now does not hold up all others; it is met again before long. */
    private void abandon(OutboxItem item) {
        try {
            outcomes.abandon(item);
        } catch (RuntimeException e) {
            log.error(
                    "Outbox item {}, of a process that is no more, could not be settled: {}", item.id(), Trouble.in(e));
        }
    }
}

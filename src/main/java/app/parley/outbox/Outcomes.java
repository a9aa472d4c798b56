package app.parley.outbox;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.IdentityChange;
import app.parley.cloudapi.Recipient;
import app.parley.cloudapi.SendOutcome;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Receiving;
import app.parley.foundation.Trouble;
import app.parley.numbers.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of a send, and does what Meta's codes ask for (contract 4.2). */
@Component
class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration USUAL_REST = Duration.ofMinutes(5);
    private static final int LONGEST_MAINTENANCE_MINUTES = 5;
    private static final int MOST_PAUSES = 5;

    private final OutboxRepository repository;
    private final Deliveries deliveries;
    private final Receiving receiving;
    private final Numbers numbers;
    private final RateLimits pace;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outcomes(
            OutboxRepository repository,
            Deliveries deliveries,
            Receiving receiving,
            Numbers numbers,
            RateLimits pace,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.receiving = receiving;
        this.numbers = numbers;
        this.pace = pace;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** May be called again when it failed. */
    void write(OutboxItem item, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            heed(item, refused);
        }
        transaction.executeWithoutResult(status -> {
            switch (outcome) {
                case SendOutcome.Accepted accepted -> accepted(item, accepted.id());
                case SendOutcome.Refused refused -> refused(item, refused);
                case SendOutcome.NotSent notSent ->
                    again(item, Backoff.LONG, new GraphError(GraphError.NO_CODE, notSent.reason()));
                case SendOutcome.Unknown unknown -> unknown(item);
            }
        });
    }

    /** What a refusal means for others than this message. A transaction of its own: it locks the number, no conversation. */
    private void heed(OutboxItem item, SendOutcome.Refused refused) {
        GraphError error = refused.error();
        log.info(
                "Outbox item {} was refused with code {}, subcode {}: {}",
                item.id(),
                error.code(),
                error.subcode(),
                Objects.requireNonNullElse(error.details(), "no details"));
        switch (error.course()) {
            case SLOW_DOWN -> pace.slowDown(item.number());
            case SPARE_CUSTOMER -> pace.spare(item.conversation());
            case REST ->
                numbers.ofSameAccount(item.number())
                        .forEach(number -> pace.rest(number, clock.instant().plus(rest(item, refused))));
            case MAINTENANCE -> pace.rest(item.number(), clock.instant().plus(rest(item, refused)));
            case PAUSE, PAUSE_AND_FAIL -> {
                log.warn("A number is paused: WhatsApp refuses what it sends with code {}", error.code());
                numbers.pause(item.number(), error.reason());
            }
            case RETRY, RETRY_A_LITTLE, FAIL -> {}
        }
    }

    private void accepted(OutboxItem item, String ref) {
        deliveries.accepted(item.message(), ref);
        repository.settle(item);
    }

    /** WhatsApp knows this customer by another number than the one we dialled: what they write will come from it. */
    void goesBy(Recipient.Phone dialled, String waId) {
        try {
            receiving.moved(new IdentityChange(null, dialled.digits(), null, waId, null), clock.instant());
        } catch (RuntimeException e) {
            log.warn("A customer's number by WhatsApp could not be kept: {}", Trouble.in(e));
        }
    }

    private void refused(OutboxItem item, SendOutcome.Refused refused) {
        GraphError error = refused.error();
        switch (error.course()) {
            case RETRY, SLOW_DOWN, SPARE_CUSTOMER -> again(item, Backoff.LONG, error);
            case RETRY_A_LITTLE -> again(item, Backoff.SHORT, error);
            case REST, MAINTENANCE -> repository.putBack(item, clock.instant().plus(rest(item, refused)), error.code());
            case PAUSE -> {
                // One that stops its number again whenever an admin lets it go on would hold up all others for ever.
                if (item.attempts() < MOST_PAUSES) {
                    repository.putBack(item, clock.instant(), error.code());
                } else {
                    fail(item, error);
                }
            }
            case PAUSE_AND_FAIL, FAIL -> fail(item, error);
        }
    }

    private static Duration rest(OutboxItem item, SendOutcome.Refused refused) {
        return switch (refused.error().course()) {
            case MAINTENANCE -> Duration.ofMinutes(Math.clamp(item.attempts(), 1, LONGEST_MAINTENANCE_MINUTES));
            default -> refused.rest() == null ? USUAL_REST : refused.rest();
        };
    }

    private void again(OutboxItem item, Backoff backoff, GraphError error) {
        backoff.after(item.attempts())
                .ifPresentOrElse(
                        wait -> repository.putBack(item, clock.instant().plus(wait), error.code()),
                        () -> fail(item, error));
    }

    private void fail(OutboxItem item, GraphError error) {
        deliveries.failed(item.message(), error);
        repository.settle(item);
    }

    /** It may have been accepted, so it is never sent again by itself; and it holds nothing behind it. */
    private void unknown(OutboxItem item) {
        deliveries.unknown(item.message());
        repository.settle(item);
    }

    /** There is nothing to send any more: the message is gone, or WhatsApp has it, as a status told. */
    void drop(OutboxItem item) {
        transaction.executeWithoutResult(status -> repository.settle(item));
    }

    /** For what was claimed but surely never reached the wire. */
    void putBack(OutboxItem item) {
        Instant due = clock.instant().plusSeconds(1);
        transaction.executeWithoutResult(status -> repository.putBack(item, due, null));
    }

    /** A claim that nobody will settle is a send whose answer was lost, unless its file had not arrived yet. */
    void abandon(OutboxItem item) {
        transaction.executeWithoutResult(status -> {
            if (deliveries.isBeforeUpload(item.message())) {
                repository.putBack(item, clock.instant(), null);
                return;
            }
            deliveries.unknown(item.message());
            if (!repository.settle(item)) {
                status.setRollbackOnly(); // Its sender lives, and has just written what came of it.
            }
        });
    }
}

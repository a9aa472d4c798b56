package app.parley.outbox;

import app.parley.cloudapi.Course;
import app.parley.cloudapi.GraphClient;
import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.OutboundMessage;
import app.parley.cloudapi.SendOutcome;
import app.parley.conversations.CallbackData;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Outgoing;
import app.parley.foundation.Trouble;
import app.parley.numbers.Accounts;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one claimed message, outside any transaction, and writes down what is known then. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int WRITE_ATTEMPTS = 100;
    private static final Duration WRITE_PAUSE = Duration.ofMillis(500);

    private final OutboxRepository repository;
    private final Deliveries deliveries;
    private final Numbers numbers;
    private final Accounts accounts;
    private final GraphClient graph;
    private final Uploading uploading;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatch(
            OutboxRepository repository,
            Deliveries deliveries,
            Numbers numbers,
            Accounts accounts,
            GraphClient graph,
            Uploading uploading,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.numbers = numbers;
        this.accounts = accounts;
        this.graph = graph;
        this.uploading = uploading;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void send(OutboxItem item) throws InterruptedException {
        Optional<Outgoing> outgoing;
        try {
            outgoing = deliveries.outgoing(item.message());
        } catch (RuntimeException e) {
            log.error("Outbox item {} could not be read and is tried again: {}", item.id(), Trouble.in(e));
            putBack(List.of(item));
            return;
        }
        SendOutcome outcome = outgoing.isEmpty() ? null : send(outgoing.get());
        // What WhatsApp answered is known only here: the database gets many chances before it is given up.
        for (int attempt = 1; !written(item, outcome, attempt); attempt++) {
            Thread.sleep(WRITE_PAUSE);
        }
    }

    private boolean written(OutboxItem item, @Nullable SendOutcome outcome, int attempt) {
        try {
            transaction.executeWithoutResult(status -> write(item, outcome));
            return true;
        } catch (RuntimeException e) {
            if (attempt == WRITE_ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    /** For what was claimed but surely never reached the wire. */
    void putBack(List<OutboxItem> items) {
        Instant due = clock.instant().plusSeconds(1);
        transaction.executeWithoutResult(status -> items.forEach(item -> repository.retry(item, due)));
    }

    private void write(OutboxItem item, @Nullable SendOutcome outcome) {
        switch (outcome) {
            case null -> repository.settle(item);
            case SendOutcome.Accepted accepted -> {
                deliveries.accepted(item.message(), accepted.id());
                repository.settle(item);
            }
            case SendOutcome.Refused refused
            when refused.error().course() != Course.FAIL -> retry(item, refused.error());
            case SendOutcome.Refused refused -> fail(item, refused.error());
            case SendOutcome.NotSent notSent -> retry(item, new GraphError(GraphError.NO_CODE, notSent.reason()));
            case SendOutcome.Unknown unknown -> markUnknown(item);
        }
    }

    private SendOutcome send(Outgoing outgoing) throws InterruptedException {
        Optional<PhoneNumberEntry> number = numbers.byId(outgoing.number());
        Optional<String> token = number.flatMap(entry -> accounts.accessToken(entry.wabaId()));
        if (number.isEmpty() || token.isEmpty()) {
            return new SendOutcome.NotSent("no access token");
        }
        String phoneNumberId = number.get().phoneNumberId();
        return uploading.with(
                outgoing,
                phoneNumberId,
                token.get(),
                mediaId -> graph.send(phoneNumberId, token.get(), message(outgoing, mediaId)));
    }

    private static OutboundMessage message(Outgoing outgoing, @Nullable String mediaId) {
        return new OutboundMessage(
                outgoing.to(), outgoing.content(), outgoing.quoted(), mediaId, CallbackData.of(outgoing.id()));
    }

    private void retry(OutboxItem item, GraphError error) {
        Backoff.after(item.attempts())
                .ifPresentOrElse(wait -> repository.retry(item, clock.instant().plus(wait)), () -> fail(item, error));
    }

    private void fail(OutboxItem item, GraphError error) {
        deliveries.failed(item.message(), error);
        repository.settle(item);
    }

    /** It may have been accepted, so it is never sent again by itself; and it holds nothing behind it. */
    private void markUnknown(OutboxItem item) {
        deliveries.unknown(item.message());
        repository.settle(item);
    }

    /** A claim that nobody settled is a send whose answer was lost. */
    void recover(Instant claimedBefore) {
        transaction.executeWithoutResult(
                status -> repository.abandoned(claimedBefore).forEach(this::markUnknown));
    }
}

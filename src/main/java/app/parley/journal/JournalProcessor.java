package app.parley.journal;

import app.parley.cloudapi.InboundCall;
import app.parley.cloudapi.InboundMessage;
import app.parley.cloudapi.MalformedWebhookException;
import app.parley.cloudapi.MessageStatus;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Receiving;
import app.parley.foundation.Trouble;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns bodies into what they say. Normally several bodies with the journal's marks are one commit; when something in
 * them fails, everything is done again one by one and the odd body piece by piece, so that the rest goes on and only
 * the odd piece is set aside.
 */
@Component
class JournalProcessor {

    private static final Logger log = LoggerFactory.getLogger(JournalProcessor.class);

    /** Bytes; about fifty messages. */
    private static final int LARGE = 100_000;

    private final JournalRepository repository;
    private final Numbers numbers;
    private final Receiving receiving;
    private final Deliveries deliveries;
    private final AccountChanges accountChanges;
    private final TallyRepository tally;
    private final Build build;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalProcessor(
            JournalRepository repository,
            Numbers numbers,
            Receiving receiving,
            Deliveries deliveries,
            AccountChanges accountChanges,
            TallyRepository tally,
            Build build,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.numbers = numbers;
        this.receiving = receiving;
        this.deliveries = deliveries;
        this.accountChanges = accountChanges;
        this.tally = tally;
        this.build = build;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All of them in one commit if nothing is odd: a commit costs more than a message. */
    void process(List<JournalEntry> entries) {
        if (entries.stream().mapToInt(entry -> entry.body().bytes().length).sum() > LARGE) {
            entries.forEach(this::processCarefully);
            return;
        }
        try {
            transaction.executeWithoutResult(status -> entries.forEach(this::processWhole));
        } catch (RuntimeException e) {
            entries.forEach(this::processCarefully);
        }
    }

    private void processWhole(JournalEntry entry) {
        Outcome outcome = new Outcome();
        parse(entry, outcome)
                .ifPresent(webhook -> pieces(entry, webhook, outcome).forEach(Runnable::run));
        finish(entry, outcome);
    }

    private void processCarefully(JournalEntry entry) {
        if (entry.body().bytes().length > LARGE) {
            pieceByPiece(entry); // A thousand updates in one commit would keep agents waiting.
            return;
        }
        try {
            transaction.executeWithoutResult(status -> processWhole(entry));
        } catch (RuntimeException e) {
            pieceByPiece(entry);
        }
    }

    private void pieceByPiece(JournalEntry entry) {
        Outcome outcome = new Outcome();
        List<Runnable> pieces = parse(entry, outcome)
                .map(webhook -> pieces(entry, webhook, outcome))
                .orElse(List.of());
        for (Runnable piece : pieces) {
            try {
                transaction.executeWithoutResult(status -> piece.run());
            } catch (RuntimeException e) {
                if (isTheDatabases(e)) {
                    throw e; // The worker tries the whole body again.
                }
                log.warn("A part of journal entry {} was set aside: {}", entry.id(), Trouble.in(e));
                judge(e, outcome);
            }
        }
        finish(entry, outcome);
    }

    /** What a room says of its own is about the body; anything else is trouble of ours. */
    private static void judge(RuntimeException trouble, Outcome outcome) {
        if (trouble instanceof IllegalArgumentException || trouble instanceof MalformedWebhookException) {
            outcome.odd(trouble.getMessage());
        } else {
            outcome.failed("Unexpected trouble: " + trouble.getClass().getSimpleName()
                    + ". The log of the application says more.");
        }
    }

    /** Gives a body up that keeps the others waiting. */
    void giveUp(JournalEntry entry, Throwable trouble) {
        log.error("Journal entry {} was given up: {}", entry.id(), Trouble.in(trouble));
        Outcome outcome = new Outcome();
        outcome.failed("It was tried again and again, each time with trouble: "
                + trouble.getClass().getSimpleName() + ".");
        finish(entry, outcome);
    }

    /** Trouble that passes by itself, and says nothing about the message. */
    private static boolean isTheDatabases(RuntimeException e) {
        return e instanceof TransactionException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }

    private static Optional<Webhook> parse(JournalEntry entry, Outcome outcome) {
        try {
            return Optional.of(Webhook.parse(entry.body().bytes()));
        } catch (MalformedWebhookException e) {
            outcome.odd(e.getMessage());
            return Optional.empty();
        }
    }

    private List<Runnable> pieces(JournalEntry entry, Webhook webhook, Outcome outcome) {
        List<Runnable> pieces = new ArrayList<>();
        for (Webhook.Change change : webhook.changes()) {
            change.notShown().forEach(outcome::notShown);
            pieces.addAll(accountChanges.pieces(entry, change, outcome));
            if (change.isOfANumber()) {
                pieces.addAll(pieces(entry, change, outcome));
            }
        }
        return pieces;
    }

    private List<Runnable> pieces(JournalEntry entry, Webhook.Change change, Outcome outcome) {
        String phoneNumberId = change.phoneNumberId();
        if (phoneNumberId == null) {
            return List.of(); // Trouble of the account's as a whole: kept, nothing to do.
        }
        Optional<PhoneNumberEntry> number = numbers.byPhoneNumberId(phoneNumberId);
        if (number.isEmpty()) {
            outcome.unassigned(phoneNumberId);
            return List.of();
        }
        if (!entry.signedBy().contains(number.get().wabaId())) {
            outcome.odd("The account of this number did not sign it.");
            return List.of();
        }
        List<Runnable> pieces = new ArrayList<>();
        pieces.add(() -> numbers.heard(number.get().id(), entry.receivedAt()));
        for (InboundMessage message : change.messages()) {
            pieces.add(() -> receiving.receive(number.get().id(), message, entry.receivedAt()));
        }
        for (InboundCall call : change.calls()) {
            pieces.add(() -> receiving.called(number.get().id(), call, entry.receivedAt()));
        }
        for (MessageStatus status : change.statuses()) {
            pieces.add(() -> deliveries.status(number.get().id(), status));
        }
        return pieces;
    }

    private void finish(JournalEntry entry, Outcome outcome) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            repository.finish(entry, outcome, build.name(), now);
            if (entry.isFirstAttempt()) {
                tally.add(outcome.notShown(), now);
            }
        });
    }
}

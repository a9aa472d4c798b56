package app.parley.journal;

import app.parley.cloudapi.MalformedWebhookException;
import app.parley.foundation.ReplayableTransaction;
import app.parley.foundation.Trouble;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Bytes; a few hundred messages. More in one commit would keep an agent's reply to one of them waiting. */
    static final int LARGE = 200_000;

    /** Pieces of a large body, in one commit. */
    private static final int RUN = 100;

    private final JournalRepository repository;
    private final Numbers numbers;
    private final WebhookItems pieces;
    private final NotShownRepository tally;
    private final BuildVersion build;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalProcessor(
            JournalRepository repository,
            Numbers numbers,
            WebhookItems pieces,
            NotShownRepository tally,
            BuildVersion build,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.numbers = numbers;
        this.pieces = pieces;
        this.tally = tally;
        this.build = build;
        this.transaction = new ReplayableTransaction(transactions);
        this.clock = clock;
    }

    /** All of them in one commit if nothing is odd: a commit costs more than a message. */
    void process(List<JournalEntry> entries) {
        if (entries.stream().mapToInt(JournalEntry::size).sum() > LARGE) {
            entries.forEach(this::processCarefully);
            return;
        }
        try {
            transaction.executeWithoutResult(status -> processWhole(entries));
        } catch (RuntimeException e) {
            entries.forEach(this::processCarefully);
        }
    }

    private void processWhole(List<JournalEntry> entries) {
        WebhookItems.Known known = pieces.known();
        Map<JournalEntry, Outcome> outcomes = new LinkedHashMap<>();
        List<WebhookItem> all = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Outcome outcome = new Outcome();
            outcomes.put(entry, outcome);
            all.addAll(pieces.of(entry, outcome, known));
        }
        pieces.run(all);
        finish(outcomes);
    }

    private void processCarefully(JournalEntry entry) {
        if (entry.size() > LARGE) {
            pieceByPiece(entry); // A thousand updates in one commit would keep agents waiting.
            return;
        }
        try {
            transaction.executeWithoutResult(status -> processWhole(List.of(entry)));
        } catch (RuntimeException e) {
            pieceByPiece(entry);
        }
    }

    private void pieceByPiece(JournalEntry entry) {
        Outcome outcome = new Outcome();
        List<WebhookItem> all = pieces.of(entry, outcome, pieces.known());
        for (int from = 0; from < all.size(); from += RUN) {
            List<WebhookItem> run = all.subList(from, Math.min(all.size(), from + RUN));
            try {
                transaction.executeWithoutResult(status -> pieces.run(run));
            } catch (RuntimeException e) {
                run.forEach(piece -> alone(piece, entry, outcome));
            }
        }
        finish(Map.of(entry, outcome));
    }

    private void alone(WebhookItem piece, JournalEntry entry, Outcome outcome) {
        try {
            transaction.executeWithoutResult(status -> pieces.run(List.of(piece)));
        } catch (RuntimeException e) {
            if (isTheDatabases(e)) {
                throw e; // The worker tries the whole body again.
            }
            log.warn("A part of journal entry {} was set aside: {}", entry.id(), Trouble.in(e));
            judge(e, outcome);
        }
    }

    /** What a package says of its own is about the body; anything else is trouble of ours. */
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
        finish(Map.of(entry, outcome));
    }

    /** Trouble that passes by itself, and says nothing about the message. */
    private static boolean isTheDatabases(RuntimeException e) {
        return e instanceof TransactionException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }

    private void finish(Map<JournalEntry, Outcome> outcomes) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            repository.finish(outcomes, build.name(), now);
            Map<PhoneNumberEntry, Instant> heard = new HashMap<>();
            outcomes.forEach((entry, outcome) -> {
                outcome.heard().forEach(number -> heard.merge(number, entry.receivedAt(), JournalProcessor::later));
                if (entry.isFirstAttempt()) {
                    tally.add(outcome.notShown(), now);
                }
            });
            heard.forEach(numbers::heard);
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package app.parley.media;

import app.parley.cloudapi.MediaClient;
import app.parley.cloudapi.MediaException;
import app.parley.cloudapi.MediaLink;
import app.parley.conversations.ConversationChanged;
import app.parley.foundation.Trouble;
import app.parley.numbers.Accounts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt at one file: asks, downloads, checks and keeps it, and writes what came of it. */
@Component
class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);

    private final FetchRepository attachments;
    private final UnwantedRepository unwanted;
    private final Accounts accounts;
    private final MediaClient meta;
    private final Larder larder;
    private final Sniffer sniffer;
    private final Looks looks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Fetching(
            FetchRepository attachments,
            UnwantedRepository unwanted,
            Accounts accounts,
            MediaClient meta,
            Larder larder,
            Sniffer sniffer,
            Looks looks,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attachments = attachments;
        this.unwanted = unwanted;
        this.accounts = accounts;
        this.meta = meta;
        this.larder = larder;
        this.sniffer = sniffer;
        this.looks = looks;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void fetch(Due due) throws InterruptedException {
        Optional<String> token = accounts.accessToken(due.wabaId());
        if (token.isEmpty() || due.mediaRef() == null) {
            failed(due, token.isEmpty() ? Reason.TOKEN : Reason.REFUSED);
            return;
        }
        try (Arrival arrival = larder.arrival()) {
            MediaLink link = meta.link(due.mediaRef(), due.phoneNumberId(), token.get());
            meta.download(link, token.get(), arrival);
            if (isAnnounced(arrival, link, due)) {
                settle(due, keep(arrival));
            } else {
                failed(due, Reason.DAMAGED);
            }
        } catch (MediaException e) {
            log.debug("A file was not to be had: {}, {}", e.kind(), e.getMessage());
            failed(due, Reason.of(e));
        } catch (IOException e) {
            log.error("The data directory could not take a file: {}", Trouble.in(e));
            failed(due, Reason.NO_ROOM);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.error("A file could not be dealt with: {}", Trouble.in(e));
            failed(due, Reason.DAMAGED);
        }
    }

    private static boolean isAnnounced(Arrival arrival, MediaLink link, Due due) {
        return (link.size() == null || link.size() == arrival.size())
                && Announced.matches(link.sha256(), arrival.digest())
                && Announced.matches(due.sha256(), arrival.digest());
    }

    private Found keep(Arrival arrival) throws IOException, InterruptedException {
        String type = sniffer.typeOf(arrival.file());
        larder.keep(arrival);
        return new Found(arrival.name(), arrival.size(), type, looks.at(arrival.name(), type));
    }

    private void settle(Due due, Found found) {
        transaction.executeWithoutResult(status -> {
            if (attachments.kept(due, found)) {
                events.publishEvent(changed(due));
            } else {
                unwanted.add(List.of(found.digest())); // Its message went meanwhile, or carries another file.
            }
        });
    }

    private void failed(Due due, Reason reason) {
        Instant now = clock.instant();
        Optional<Instant> next = FetchBackoff.next(reason, due.attempts(), due.receivedAt(), now);
        Reason why = next.isEmpty() && !reason.isFinal() ? Reason.EXPIRED : reason;
        @Nullable Instant again = why.isFinal() ? null : next.orElse(null);
        transaction.executeWithoutResult(status -> {
            if (attachments.failed(due, why, again)) {
                events.publishEvent(changed(due));
            }
        });
    }

    private static ConversationChanged changed(Due due) {
        return new ConversationChanged(due.conversation(), due.number());
    }
}

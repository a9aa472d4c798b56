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
import java.util.function.Predicate;
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
    private final PendingDeletionRepository pending;
    private final Accounts accounts;
    private final MediaClient meta;
    private final MediaStore mediaStore;
    private final Sniffer sniffer;
    private final PictureInspector inspector;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Fetching(
            FetchRepository attachments,
            PendingDeletionRepository pending,
            Accounts accounts,
            MediaClient meta,
            MediaStore mediaStore,
            Sniffer sniffer,
            PictureInspector inspector,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attachments = attachments;
        this.pending = pending;
        this.accounts = accounts;
        this.meta = meta;
        this.mediaStore = mediaStore;
        this.sniffer = sniffer;
        this.inspector = inspector;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void fetch(FetchTask due) throws InterruptedException {
        String had = due.digest();
        if (had != null && mediaStore.has(had)) {
            tell(due, attachments::isBack);
            return;
        }
        if (had != null && due.mediaRef() == null) {
            failed(due, MissingFileReason.LOST);
            return;
        }
        Optional<String> token = accounts.accessToken(due.wabaId());
        if (token.isEmpty() || due.mediaRef() == null) {
            failed(due, token.isEmpty() ? MissingFileReason.TOKEN : MissingFileReason.REFUSED);
            return;
        }
        try (IncomingFile incoming = mediaStore.incoming()) {
            MediaLink link = meta.link(due.mediaRef(), due.phoneNumberId(), token.get());
            meta.download(link, token.get(), incoming);
            if (isAnnounced(incoming, link, due)) {
                settle(due, keep(incoming));
            } else {
                failed(due, MissingFileReason.DAMAGED);
            }
        } catch (MediaException e) {
            log.debug("A file was not to be had: {}, {}", e.kind(), e.getMessage());
            failed(due, MissingFileReason.of(e));
        } catch (IOException e) {
            log.error("The data directory could not take a file: {}", Trouble.in(e));
            failed(due, MissingFileReason.NO_ROOM);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.error("A file could not be dealt with: {}", Trouble.in(e));
            failed(due, MissingFileReason.DAMAGED);
        }
    }

    private static boolean isAnnounced(IncomingFile incoming, MediaLink link, FetchTask due) {
        return (link.size() == null || link.size() == incoming.size())
                && AnnouncedDigest.matches(link.sha256(), incoming.digest())
                && AnnouncedDigest.matches(due.sha256(), incoming.digest());
    }

    private FetchedFile keep(IncomingFile incoming) throws IOException, InterruptedException {
        String type = sniffer.typeOf(incoming.file());
        mediaStore.keep(incoming);
        return new FetchedFile(incoming.name(), incoming.size(), type, inspector.at(incoming.name(), type));
    }

    private void settle(FetchTask due, FetchedFile found) {
        transaction.executeWithoutResult(status -> {
            if (attachments.kept(due, found)) {
                events.publishEvent(changed(due));
            } else {
                pending.add(List.of(found.digest())); // Its message went meanwhile, or carries another file.
            }
        });
    }

    private void failed(FetchTask due, MissingFileReason reason) {
        Instant now = clock.instant();
        Optional<Instant> next = FetchBackoff.next(reason, due.attempts(), due.receivedAt(), now);
        MissingFileReason why = next.isEmpty() && !reason.isFinal() ? MissingFileReason.EXPIRED : reason;
        @Nullable Instant again = why.isFinal() ? null : next.orElse(null);
        tell(due, task -> attachments.failed(task, why, again));
    }

    private void tell(FetchTask due, Predicate<FetchTask> change) {
        transaction.executeWithoutResult(status -> {
            if (change.test(due)) {
                events.publishEvent(changed(due));
            }
        });
    }

    private static ConversationChanged changed(FetchTask due) {
        return new ConversationChanged(due.conversation(), due.number());
    }
}

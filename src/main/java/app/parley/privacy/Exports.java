package app.parley.privacy;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Erasure;
import app.parley.conversations.KnownPerson;
import app.parley.media.MediaFiles;
import app.parley.team.AgentId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is kept of one customer, of every number that the admin may use, in one zip: a page to read, the same for
 * machines, and the files. Written as it is read: no customer is too talkative.
 */
@Service
public class Exports {

    private static final int AT_ONCE = 500;

    private final Erasure erasure;
    private final ExportRepository repository;
    private final MediaFiles mediaFiles;
    private final AuditLog audit;
    private final Clock clock;

    Exports(Erasure erasure, ExportRepository repository, MediaFiles mediaFiles, AuditLog audit, Clock clock) {
        this.erasure = erasure;
        this.repository = repository;
        this.mediaFiles = mediaFiles;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose copy this admin is about to take, which is written down; empty when there is no such conversation. */
    @Transactional
    public Optional<Copy> begin(AgentId admin, ConversationId conversation) {
        Optional<KnownPerson> customer = erasure.customer(admin, conversation);
        customer.ifPresent(person -> audit.record(
                AuditAction.CUSTOMER_EXPORTED,
                admin.value(),
                "customer " + person.id().value(),
                null));
        return customer.map(person -> new Copy(person, erasure.conversations(admin, person.id())));
    }

    /** @param conversations those of the customer that the admin who asks may see */
    public record Copy(KnownPerson customer, List<ConversationId> conversations) {}

    /** @throws IOException when whoever takes it hangs up */
    public void write(Copy copy, OutputStream out) throws IOException {
        Runnable release = mediaFiles.hold();
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.BEST_SPEED);
            ExportPage page = new ExportPage(zip);
            zip.putNextEntry(new ZipEntry("messages.html"));
            page.head(copy.customer(), clock.instant());
            forEach(copy, page::message);
            page.foot();
            zip.closeEntry();
            ExportJson json = new ExportJson(zip);
            zip.putNextEntry(new ZipEntry("messages.json"));
            json.head(copy.customer());
            forEach(copy, json::message);
            json.foot();
            zip.closeEntry();
            zip.setLevel(Deflater.NO_COMPRESSION);
            forEach(copy, message -> file(zip, message));
            zip.finish();
        } finally {
            release.run();
        }
    }

    @FunctionalInterface
    private interface Visit {
        void message(ExportedMessage message) throws IOException;
    }

    private void forEach(Copy copy, Visit visit) throws IOException {
        ExportedMessage last = null;
        List<ExportedMessage> some;
        do {
            some = repository.messages(copy.conversations(), last, AT_ONCE);
            for (ExportedMessage message : some) {
                visit.message(message);
                last = message;
            }
        } while (some.size() == AT_ONCE);
    }

    private void file(ZipOutputStream zip, ExportedMessage message) throws IOException {
        Optional<Path> file = Optional.ofNullable(message.digest()).flatMap(mediaFiles::file);
        if (file.isPresent()) {
            zip.putNextEntry(new ZipEntry(message.file()));
            Files.copy(file.get(), zip);
            zip.closeEntry();
        }
    }
}

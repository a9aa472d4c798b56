package app.parley.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kept files, for whoever takes files on to WhatsApp, or into a backup. */
@Component
public class MediaFiles {

    private static final String DIGESTS =
            "select digest from attachment where digest is not null union select digest from upload";

    /** Pages, drawings and letters that are pages, scripts. */
    private static final Pattern RUNS = Pattern.compile("html|xml$|/xsl|script$|message/|multipart/|flash");

    private final MediaStore mediaStore;
    private final Sniffer sniffer;

    MediaFiles(MediaStore mediaStore, Sniffer sniffer) {
        this.mediaStore = mediaStore;
        this.sniffer = sniffer;
    }

    /**
     * The usual ending of such files' names, with its dot; {@code .bin} where there is none, and for whatever a browser
     * would run when it is opened.
     *
     * @param contentType as we found it ourselves
     */
    public String endingOf(@Nullable String contentType) {
        return contentType == null || RUNS.matcher(contentType).find() ? ".bin" : sniffer.endingOf(contentType);
    }

    /** Bytes on the disk, counted one by one. */
    public long size() throws IOException {
        Path all = mediaStore.paths().root();
        if (!Files.isDirectory(all)) {
            return 0;
        }
        AtomicLong size = new AtomicLong();
        Files.walkFileTree(all, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return size.get();
    }

    /** Where a kept file lies, to be read only; empty when it is gone. */
    public Optional<Path> file(String digest) {
        return Optional.of(mediaStore.file(digest)).filter(Files::isRegularFile);
    }

    /** Where its small picture lies; empty when it has none. */
    public Optional<Path> thumbnail(String digest) {
        return Optional.of(mediaStore.thumbnail(digest)).filter(Files::isRegularFile);
    }

    /** What everything that this connection sees refers to. */
    public List<String> digests(Connection connection) throws SQLException {
        List<String> digests = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DIGESTS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                digests.add(row.getString(1));
            }
        }
        return digests;
    }

    /** From now on no file goes that is here, until what this returns has been run. */
    public Runnable hold() {
        mediaStore.holdAll();
        return mediaStore::releaseAll;
    }
}

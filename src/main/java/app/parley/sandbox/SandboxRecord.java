package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really crossed the wire, in both directions, as the sandbox saw it: the judge when the application was killed.
 * A request is kept before it is answered. The newest {@value #KEPT} entries stay in memory; with
 * {@code parley.sandbox.record} all of them are in that file, one JSON object a line.
 */
@SandboxComponent
final class SandboxRecord {

    static final int KEPT = 20_000;

    private static final String BODY = SandboxRecord.class.getName() + ".body";

    private final Clock clock;
    private final Deque<Entry> newest = new ArrayDeque<>();
    private final @Nullable OutputStream file;
    private long count;

    SandboxRecord(SandboxSettings settings, Clock clock) {
        this.clock = clock;
        this.file = open(settings.recordFile());
    }

    /**
     * One request we got, or one webhook we posted.
     *
     * @param status what it was answered with; 0 when the answer was cut off, -1 when there was none
     * @param messageId the id given to an accepted send
     */
    record Entry(
            long number,
            Instant at,
            String direction,
            String method,
            String path,
            String body,
            int status,
            @Nullable String messageId) {}

    /** Remembers the body of a request that is being handled, for when it is known how it will be answered. */
    static void body(HttpServletRequest request, byte[] body) {
        request.setAttribute(BODY, body);
    }

    void request(HttpServletRequest request, int status, @Nullable String messageId) {
        byte[] body = request.getAttribute(BODY) instanceof byte[] bytes ? bytes : new byte[0];
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        keep("in", request.getMethod(), request.getRequestURI() + query, body, status, messageId);
    }

    void webhook(String url, byte[] body, int status) {
        keep("out", "POST", url, body, status, null);
    }

    synchronized List<Entry> after(long number) {
        return newest.stream().filter(entry -> entry.number() > number).toList();
    }

    private synchronized void keep(
            String direction, String method, String path, byte[] body, int status, @Nullable String messageId) {
        String text = new String(body, StandardCharsets.UTF_8);
        Entry entry = new Entry(++count, clock.instant(), direction, method, path, text, status, messageId);
        newest.addLast(entry);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
        write(entry);
    }

    private void write(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            file.write(MetaJson.write(entry));
            file.write('\n');
            file.flush();
        } catch (IOException full) {
            throw new UncheckedIOException("The sandbox's record cannot be written", full);
        }
    }

    private static @Nullable OutputStream open(@Nullable Path path) {
        if (path == null) {
            return null;
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("parley.sandbox.record cannot be written: " + path, unwritable);
        }
    }
}

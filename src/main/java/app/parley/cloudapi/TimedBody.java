package app.parley.cloudapi;

import app.parley.cloudapi.MediaException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An answer's body that must have come within a time: a server that sends a byte now and then holds nobody up. */
final class TimedBody implements AutoCloseable {

    private final InputStream in;
    private final CompletableFuture<Boolean> time;

    TimedBody(InputStream in, Duration longest) {
        this.in = in;
        this.time = new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
        // Whoever waits in a read wakes up when it is closed.
        var _ = time.thenAccept(over -> {
            if (over) {
                discard(in);
            }
        });
    }

    /** As {@link InputStream#read(byte[])}. */
    int read(byte[] buffer) throws MediaException {
        return inTime(() -> in.read(buffer));
    }

    byte[] readAtMost(int limit) throws MediaException {
        return inTime(() -> in.readNBytes(limit));
    }

    private <T> T inTime(Read<T> read) throws MediaException {
        try {
            T what = read.read();
            if (time.getNow(false)) {
                throw new MediaException(Kind.UNREACHABLE, "too slow");
            }
            return what;
        } catch (IOException e) {
            throw new MediaException(
                    Kind.UNREACHABLE, "cut off: " + e.getClass().getSimpleName());
        }
    }

    @FunctionalInterface
    private interface Read<T> {
        T read() throws IOException;
    }

    @Override
    public void close() {
        time.complete(false);
        discard(in);
    }

    static void discard(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // Nothing of it is wanted any more.
        }
    }
}

package app.parley.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reads what a stranger sends: so much of it and so long, and no more. */
final class WebhookBody {

    /** Contract section 1.3: up to 3 MB. */
    static final int LARGEST = 3 * 1024 * 1024;

    /** Whoever stops for 20 seconds is cut off by the server; this is for those who send a byte now and then. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int PIECE = 8192;

    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    WebhookBody(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The raw bytes: the signature is over them, and no parser may touch them first (contract 1.2).
     *
     * @throws TooLargeException once it is more than {@link #LARGEST}
     * @throws TooSlowException once it takes longer than {@link #LONGEST}
     */
    byte[] read(InputStream in) throws IOException {
        long begin = nanos.getAsLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > LARGEST) {
                throw new TooLargeException();
            }
            if (nanos.getAsLong() - begin > LONGEST.toNanos()) {
                throw new TooSlowException();
            }
        }
        return body.toByteArray();
    }

    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1;
    }
}

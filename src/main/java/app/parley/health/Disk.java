package app.parley.health;

/**
 * The disk that the data directory is on, in bytes.
 *
 * @param free what Parley may still use of it
 */
public record Disk(long free, long total) {

    private static final long LEAST = 1L << 30;

    /** Less than a gigabyte, or than a twentieth of a small disk. */
    public boolean isLow() {
        return free < Math.min(LEAST, total / 20);
    }
}

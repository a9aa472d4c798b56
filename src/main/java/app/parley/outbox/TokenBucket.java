package app.parley.outbox;

/** Tokens that come back at an even rate; one for each message. Times are nanoseconds of one clock. */
final class TokenBucket {

    private final double capacity;
    private double tokens;
    private long last;

    TokenBucket(double capacity, long now) {
        this.capacity = capacity;
        this.tokens = capacity;
        this.last = now;
    }

    /** Whole tokens there are now, at this rate since we last looked. */
    int available(double perSecond, long now) {
        // A clock that was set back gives nothing and takes nothing.
        tokens = Math.min(capacity, tokens + Math.max(0, now - last) / 1e9 * perSecond);
        last = now;
        return (int) (tokens + 1e-6);
    }

    void take() {
        tokens--;
    }

    void empty() {
        tokens = Math.min(tokens, 0);
    }

    /** Nanoseconds until the next whole token, counted from the last look. */
    long untilNext(double perSecond) {
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perSecond * 1e9);
    }

    boolean isFull() {
        return tokens >= capacity;
    }
}

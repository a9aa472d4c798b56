package app.parley.conversations;

import java.time.Duration;
import java.time.Instant;

/**
 * The time a customer's message leaves for our reply: 24 hours from its own timestamp, or from its receipt when it
 * claims to be from the future (contract section 8).
 */
record SessionWindow(Instant from, Instant until) {

    static final Duration LENGTH = Duration.ofHours(24);

    static SessionWindow of(Instant timestamp, Instant receivedAt) {
        Instant from = timestamp.isBefore(receivedAt) ? timestamp : receivedAt;
        return new SessionWindow(from, from.plus(LENGTH));
    }

    /** A message that came more than a day late makes a session that has already ended. */
    boolean isOverAt(Instant time) {
        return !time.isBefore(until);
    }
}

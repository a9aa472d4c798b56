package app.parley.journal;

import java.time.Instant;
import java.util.Set;

/**
 * A kept body on its way through the worker. {@code signedBy} are the accounts (WABA ids) whose secret signed it;
 * {@code attempts} how often it was worked off before.
 */
record JournalEntry(long id, Instant receivedAt, Set<String> signedBy, int attempts, KeptBody body) {

    boolean isFirstAttempt() {
        return attempts == 0;
    }

    /** Bytes. */
    int size() {
        return body.bytes().length;
    }
}

package app.parley.cloudapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What we know after a send. WhatsApp has no idempotency key (contract 4.1): only what surely was not accepted may be
 * sent again.
 */
public sealed interface SendOutcome {

    /**
     * WhatsApp took it and gave it this id; whether it arrives, statuses tell.
     *
     * @param waId whose phone it is by WhatsApp's count, which may not be the number it was sent to (contract 4.1:
     *     Brazil, Mexico); null when that is not told
     */
    record Accepted(String id, @Nullable String waId) implements SendOutcome {
        public Accepted(String id) {
            this(id, null);
        }
    }

    /**
     * WhatsApp answered with an error: it surely was not accepted.
     *
     * @param rest until when, from now, the account's limit stays used up; null when that is not told
     */
    record Refused(GraphError error, @Nullable Duration rest) implements SendOutcome {
        public Refused(GraphError error) {
            this(error, null);
        }
    }

    /** No connection was made, or it was turned away unread: it surely was not accepted. */
    record NotSent(String reason) implements SendOutcome {}

    /** The request was written and its answer lost, or not Graph's: it may have been accepted. */
    record Unknown(String reason) implements SendOutcome {}
}

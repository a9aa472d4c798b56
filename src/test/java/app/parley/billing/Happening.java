package app.parley.billing;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a history. Numbers, customers and agents are counted from 0, our messages by their key. */
sealed interface Happening {

    /** When we learn of it. */
    Instant when();

    /** A customer's message reaches us, bearing its own time; {@code key} makes it the same when it comes again. */
    record Writes(Instant when, int customer, int number, String key, String type, Instant at) implements Happening {}

    /** An agent replies in the session that is open. */
    record Replies(Instant when, int customer, int number, int agent, String key) implements Happening {}

    /** An agent sends a template outside any session. */
    record SendsTemplate(Instant when, int customer, int number, int agent, String key) implements Happening {}

    /** WhatsApp answers the send with its id. */
    record Accepted(Instant when, String key) implements Happening {}

    /** A status: sent, delivered, read or failed. */
    record Told(Instant when, String key, int number, String status, Instant at) implements Happening {}

    /** An admin adds a rate; of all numbers where there is none, of both directions where there is none. */
    record Priced(
            Instant when,
            @Nullable Integer number,
            @Nullable Boolean inbound,
            BigDecimal amount,
            Instant start) implements Happening {}
}

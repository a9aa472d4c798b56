package app.parley.sandbox;

import java.time.Duration;
import java.time.Instant;

/** The time a customer's message bears: how long ago it was written, as after a night without a network. */
record MessageTime(Duration ago) {

    static final MessageTime NOW = new MessageTime(Duration.ZERO);
    /** Leaves five minutes of the session. */
    static final MessageTime NEARLY_A_DAY_AGO =
            new MessageTime(Duration.ofHours(23).plusMinutes(55));
    /** Opens nothing any more. */
    static final MessageTime TWO_DAYS_AGO = new MessageTime(Duration.ofDays(2));

    Instant from(Instant now) {
        return now.minus(ago);
    }
}

package app.parley.conversations;

import app.parley.cloudapi.Sender;
import java.time.Instant;

/** Somebody wrote or called, at this time by Meta's clock. */
record Heard(Sender sender, Instant at) {

    static Heard of(Arrival arrival) {
        return new Heard(arrival.message().sender(), arrival.window().from());
    }
}

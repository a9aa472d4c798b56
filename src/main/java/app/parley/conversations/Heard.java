package app.parley.conversations;

import app.parley.cloudapi.IdentityChange;
import app.parley.cloudapi.Sender;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote or called, at this time by Meta's clock.
 *
 * @param goesOnAs who the sender of a notice is from now on; they may be known by that already, and by that only
 */
record Heard(Sender sender, Instant at, @Nullable Sender goesOnAs) {

    static Heard of(Arrival arrival) {
        return new Heard(
                arrival.message().sender(),
                arrival.window().from(),
                arrival.message().identityChange().map(IdentityChange::becomes).orElse(null));
    }

    static Heard of(Sender caller, Instant at) {
        return new Heard(caller, at, null);
    }

    Stream<Sender> ids() {
        return goesOnAs == null ? Stream.of(sender) : Stream.of(sender, goesOnAs);
    }
}

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
record CustomerActivity(Sender sender, Instant at, @Nullable Sender goesOnAs) {

    static CustomerActivity of(ReceivedMessage arrival) {
        return new CustomerActivity(
                arrival.message().sender(),
                arrival.window().from(),
                arrival.message().identityChange().map(IdentityChange::becomes).orElse(null));
    }

    static CustomerActivity of(Sender caller, Instant at) {
        return new CustomerActivity(caller, at, null);
    }

    Stream<Sender> ids() {
        return goesOnAs == null ? Stream.of(sender) : Stream.of(sender, goesOnAs);
    }
}

package app.parley.conversations;

import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/** Meta's id of a message, which is one only together with the number (contract section 1.3). */
record MessageRef(NumberId number, String ref) {

    static @Nullable MessageRef of(ReceivedMessage arrival) {
        String id = arrival.message().id();
        return id == null ? null : new MessageRef(arrival.number(), id);
    }
}

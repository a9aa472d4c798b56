package app.parley.conversations;

import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/** Meta's id of a message, which is one only together with the number (contract section 1.3). */
record Ref(NumberId number, String ref) {

    static @Nullable Ref of(Arrival arrival) {
        String id = arrival.message().id();
        return id == null ? null : new Ref(arrival.number(), id);
    }
}

package app.parley.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands on a customer's phone.
 *
 * @param type Meta's word for what it is, {@code text}, {@code image}, …
 * @param text the body, caption, file name or place that goes with it, or empty
 * @param replies what can be tapped to answer with, below a template
 * @param sending what a later {@code read} status must repeat; only on messages from the business
 */
record PhoneMessage(
        String id,
        boolean fromCustomer,
        String type,
        String text,
        Instant at,
        Ticks ticks,
        String reaction,
        List<String> replies,
        @Nullable Sending sending) {

    static final String DELETED = "deleted";

    PhoneMessage with(Ticks next) {
        return next.compareTo(ticks) > 0
                ? new PhoneMessage(id, fromCustomer, type, text, at, next, reaction, replies, sending)
                : this;
    }

    PhoneMessage withText(String edited) {
        return new PhoneMessage(id, fromCustomer, type, edited, at, ticks, reaction, replies, sending);
    }

    /** Taken back: only that stands there. */
    PhoneMessage deleted() {
        return new PhoneMessage(id, fromCustomer, DELETED, "", at, ticks, "", List.of(), sending);
    }

    PhoneMessage withReaction(String emoji) {
        return new PhoneMessage(id, fromCustomer, type, text, at, ticks, emoji, replies, sending);
    }
}

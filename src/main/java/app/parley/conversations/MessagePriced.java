package app.parley.conversations;

import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp says what it bills a message as, or says something else than before. Heard in the same transaction.
 *
 * @param before what counted until now; null: nothing
 * @param now what counts instead; null: nothing, as the message failed
 */
public record MessagePriced(
        NumberId number,
        @Nullable PricedMessage before,
        @Nullable PricedMessage now) {}

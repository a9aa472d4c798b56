package app.parley.numbers;

import org.jspecify.annotations.Nullable;

/**
 * Messages of a number are kept for another time from now on. Heard in the same transaction.
 *
 * @param days null: for ever
 */
public record RetentionChanged(NumberId number, @Nullable Integer days) {}

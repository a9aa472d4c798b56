package app.parley.conversations;

import app.parley.numbers.NumberId;

/**
 * A message failed for a reason that concerns everything its number sends. Heard after commit.
 *
 * @param code Meta's
 */
public record NumberRefused(NumberId number, int code) {}

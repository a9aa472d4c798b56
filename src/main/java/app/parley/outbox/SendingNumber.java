package app.parley.outbox;

import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/**
 * A number from which something is due.
 *
 * @param throughput messages a second; null: as many as WhatsApp takes as a rule
 */
record SendingNumber(NumberId id, @Nullable Integer throughput) {}

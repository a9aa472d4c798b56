package app.parley.billing;

import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What session fees of a month are to stay below; no number: all of them together. */
record Budget(@Nullable NumberId number, BigDecimal amount) {}

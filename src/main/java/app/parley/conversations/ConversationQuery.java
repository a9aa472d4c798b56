package app.parley.conversations;

import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/** One choice of number, filter and order; {@code number} null means all enabled numbers the agent may use. */
public record ConversationQuery(@Nullable NumberId number, Filter filter, ListOrder order) {}

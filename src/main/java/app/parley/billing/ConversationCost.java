package app.parley.billing;

import java.math.BigDecimal;
import java.util.Currency;

/** What a conversation has cost since it began: session fees of so many messages, by the ledger. */
public record ConversationCost(long messages, BigDecimal fees, Currency currency) {}

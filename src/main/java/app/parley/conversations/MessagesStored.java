package app.parley.conversations;

import java.util.List;

/** Customers' messages that cost were stored, at least one. Heard in the same transaction: the ledger follows. */
public record MessagesStored(List<BillableMessage> messages) {}

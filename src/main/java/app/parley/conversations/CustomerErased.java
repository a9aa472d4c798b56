package app.parley.conversations;

import java.util.List;

/** A customer is to be forgotten. Heard in the same transaction: what agents prepared for them goes, too. */
public record CustomerErased(CustomerId customer, List<ConversationId> conversations) {}

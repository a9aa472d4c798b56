package app.parley.conversations;

import app.parley.team.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp bills a message as; empty words where it does not say.
 *
 * @param conversation null: the message is none of ours, or not known yet
 * @param agent who wrote it, if it is known
 * @param toldAt when it was told first, by Meta's clock
 * @param country the recipient's
 * @param type {@code free} where Meta says nothing but that it is not billable
 * @param confirmed it arrived; until then it is an estimate
 */
public record PricedMessage(
        @Nullable ConversationId conversation,
        @Nullable AgentId agent,
        Instant toldAt,
        String country,
        String category,
        String type,
        boolean confirmed) {}

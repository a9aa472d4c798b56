package app.parley.billing;

import app.parley.conversations.BillableMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.SessionId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param at the message's own time, of a credit too
 * @param rate what applied at that time
 * @param amount the rate, negative in a credit
 */
record Entry(
        MessageId message,
        EntryKind kind,
        Direction direction,
        NumberId number,
        ConversationId conversation,
        SessionId session,
        @Nullable AgentId agent,
        Instant at,
        BigDecimal rate,
        BigDecimal amount) {

    static Entry charge(BillableMessage message, RateTable rates) {
        BigDecimal rate = rates.at(message.number(), message.direction(), message.at());
        return new Entry(
                message.id(),
                EntryKind.CHARGE,
                message.direction(),
                message.number(),
                message.conversation(),
                message.session(),
                message.agent(),
                message.at(),
                rate,
                rate);
    }

    Entry credit() {
        return new Entry(
                message, EntryKind.CREDIT, direction, number, conversation, session, agent, at, rate, amount.negate());
    }

    /** What it adds to the number of messages charged. */
    int count() {
        return kind == EntryKind.CHARGE ? 1 : -1;
    }
}

package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.DRAFT;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import app.parley.team.AgentId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One conversation as the chat shows it; a conversation that does not exist for the agent has no messages. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ChatRepository {

    private final DSLContext db;
    private final BubbleRepository bubbles;

    ChatRepository(DSLContext db, BubbleRepository bubbles) {
        this.db = db;
        this.bubbles = bubbles;
    }

    Optional<ChatHeader> header(AgentId agent, ConversationId id) {
        return db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        NUMBER.NAME,
                        RowRepository.CUSTOMER_NAME,
                        CUSTOMER.PHONE,
                        CONVERSATION.SESSION_ENDS_AT,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.UNSEEN,
                        coalesce(DRAFT.TEXT, inline("")),
                        NUMBER.PAUSED,
                        NUMBER.PAUSED_BECAUSE,
                        CONVERSATION.BLOCKED_AT)
                .from(CONVERSATION)
                .join(NUMBER)
                .on(NUMBER.ID.eq(CONVERSATION.NUMBER_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .and(CUSTOMER.ERASED_AT.isNull())
                .leftJoin(DRAFT)
                .on(DRAFT.CONVERSATION_ID.eq(CONVERSATION.ID))
                .and(DRAFT.AGENT_ID.eq(agent))
                .where(CONVERSATION.ID.eq(id))
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .fetchOptional(mapping(ChatHeader::new));
    }

    Optional<MessageKey> firstUnseen(ConversationId id) {
        return unseen(id, noCondition(), false);
    }

    /** The nearest unseen message before or after a place in the conversation. */
    Optional<MessageKey> nearestUnseen(ConversationId id, MessageKey key, boolean older) {
        var here = row(UNSEEN.AT, UNSEEN.MESSAGE_ID);
        return unseen(id, older ? here.lt(key.at(), key.id()) : here.gt(key.at(), key.id()), older);
    }

    /** Where a message stands in its conversation; empty when it stands in another. */
    Optional<MessageKey> key(ConversationId id, MessageId message) {
        return db.select(MESSAGE.AT, MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(message))
                .and(MESSAGE.CONVERSATION_ID.eq(id))
                .fetchOptional(mapping(MessageKey::new));
    }

    private Optional<MessageKey> unseen(ConversationId id, Condition where, boolean newestFirst) {
        return db.select(UNSEEN.AT, UNSEEN.MESSAGE_ID)
                .from(UNSEEN)
                .where(UNSEEN.CONVERSATION_ID.eq(id))
                .and(where)
                .orderBy(
                        newestFirst ? UNSEEN.AT.desc() : UNSEEN.AT.asc(),
                        newestFirst ? UNSEEN.MESSAGE_ID.desc() : UNSEEN.MESSAGE_ID.asc())
                .limit(1)
                .fetchOptional(mapping(MessageKey::new));
    }

    List<ChatMessage> newest(AgentId agent, ConversationId id, int limit) {
        return messages(agent, id)
                .and(MESSAGE.AT.le(MessageRepository.EVER))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(limit)
                .fetch(BubbleRepository::message)
                .reversed();
    }

    List<ChatMessage> before(AgentId agent, ConversationId id, MessageKey key, int limit) {
        return messages(agent, id)
                .and(MESSAGE.AT.le(key.at()))
                .and(row(MESSAGE.AT, MESSAGE.ID).lt(key.at(), key.id()))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(limit)
                .fetch(BubbleRepository::message)
                .reversed();
    }

    /** @param inclusive whether the message at the key itself is among them */
    List<ChatMessage> after(AgentId agent, ConversationId id, MessageKey key, boolean inclusive, int limit) {
        var here = row(MESSAGE.AT, MESSAGE.ID);
        return messages(agent, id)
                .and(MESSAGE.AT.ge(key.at()))
                .and(inclusive ? here.ge(key.at(), key.id()) : here.gt(key.at(), key.id()))
                .orderBy(MESSAGE.AT, MESSAGE.ID)
                .limit(limit)
                .fetch(BubbleRepository::message);
    }

    /** What lies outside a stretch of messages; one query. */
    ChatWindow window(ConversationId id, List<ChatMessage> messages) {
        if (messages.isEmpty()) {
            return new ChatWindow(messages, false, false, 0, 0);
        }
        MessageKey first = messages.getFirst().key();
        MessageKey last = messages.getLast().key();
        Condition older = row(MESSAGE.AT, MESSAGE.ID).lt(first.at(), first.id());
        Condition newer = row(MESSAGE.AT, MESSAGE.ID).gt(last.at(), last.id());
        Condition unseenOlder = row(UNSEEN.AT, UNSEEN.MESSAGE_ID).lt(first.at(), first.id());
        Condition unseenNewer = row(UNSEEN.AT, UNSEEN.MESSAGE_ID).gt(last.at(), last.id());
        return db.select(
                        field(exists(selectOne()
                                .from(MESSAGE)
                                .where(MESSAGE.CONVERSATION_ID.eq(id))
                                .and(BubbleRepository.hasBubble())
                                .and(older))),
                        field(exists(selectOne()
                                .from(MESSAGE)
                                .where(MESSAGE.CONVERSATION_ID.eq(id))
                                .and(BubbleRepository.hasBubble())
                                .and(newer))),
                        field(selectCount()
                                .from(UNSEEN)
                                .where(UNSEEN.CONVERSATION_ID.eq(id))
                                .and(unseenOlder)),
                        field(selectCount()
                                .from(UNSEEN)
                                .where(UNSEEN.CONVERSATION_ID.eq(id))
                                .and(unseenNewer)))
                .fetchSingle(mapping((hasOlder, hasNewer, before, after) ->
                        new ChatWindow(messages, hasOlder, hasNewer, before, after)));
    }

    private SelectConditionStep<? extends Record> messages(AgentId agent, ConversationId id) {
        return bubbles.select()
                .where(MESSAGE.CONVERSATION_ID.eq(id))
                .and(BubbleRepository.hasBubble())
                .and(exists(select(inline(1))
                        .from(CONVERSATION)
                        .where(CONVERSATION.ID.eq(id))
                        .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))));
    }
}

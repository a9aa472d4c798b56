package app.parley.conversations;

import static app.parley.db.Tables.ARCHIVING_UNSEEN;
import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.CUSTOMER_CONFLICT;
import static app.parley.db.Tables.DRAFT;
import static app.parley.db.Tables.EARLY_CHANGE;
import static app.parley.db.Tables.EARLY_STATUS;
import static app.parley.db.Tables.ERASED_MESSAGE;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.OUTBOX;
import static app.parley.db.Tables.PRICING;
import static app.parley.db.Tables.REACTION;
import static app.parley.db.Tables.UNSEEN;
import static app.parley.db.Tables.UNSETTLED;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What forgetting asks of the rows: messages with all that hangs on them, and what a customer is known by. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ErasureRepository {

    /** Possibly on the wire: what becomes of it is still to be written down. */
    private static final String ON_ITS_WAY = "SENDING";

    private final DSLContext db;

    ErasureRepository(DSLContext db) {
        this.db = db;
    }

    /** @param digest of the file it carries, if it does */
    record ErasableMessage(
            MessageId id,
            NumberId number,
            ConversationId conversation,
            @Nullable String ref,
            @Nullable String digest) {}

    /** Whose conversation this is, if this agent may use its number, be it disabled. */
    Optional<Person> customer(AgentId agent, ConversationId conversation) {
        return db.select(
                        CUSTOMER.ID, CUSTOMER.USER_ID, CUSTOMER.WA_ID, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.NAME)
                .from(CONVERSATION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.ID.eq(conversation))
                .and(CUSTOMER.ERASED_AT.isNull())
                .and(RightsRepository.isGranted(CONVERSATION.NUMBER_ID, agent))
                .fetchOptional(mapping(Person::new));
    }

    /** Locked; empty when somebody else has erased them already. */
    Optional<Person> lock(CustomerId customer) {
        return db.select(
                        CUSTOMER.ID, CUSTOMER.USER_ID, CUSTOMER.WA_ID, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer))
                .and(CUSTOMER.ERASED_AT.isNull())
                .forUpdate()
                .fetchOptional(mapping(Person::new));
    }

    /** Locked, in the order of their ids, as everybody does. */
    List<ConversationId> lockConversations(CustomerId customer) {
        return db.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.CUSTOMER_ID.eq(customer))
                .orderBy(CONVERSATION.ID)
                .forUpdate()
                .fetch(CONVERSATION.ID);
    }

    List<NumberId> numbers(Collection<ConversationId> conversations) {
        return db.selectDistinct(CONVERSATION.NUMBER_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.in(conversations))
                .fetch(CONVERSATION.NUMBER_ID);
    }

    void forget(CustomerId customer, Instant now) {
        db.update(CUSTOMER)
                .setNull(CUSTOMER.USER_ID)
                .setNull(CUSTOMER.WA_ID)
                .setNull(CUSTOMER.PHONE)
                .setNull(CUSTOMER.USERNAME)
                .setNull(CUSTOMER.NAME)
                .set(CUSTOMER.ERASED_AT, now)
                .where(CUSTOMER.ID.eq(customer))
                .execute();
        db.deleteFrom(CUSTOMER_CONFLICT)
                .where(CUSTOMER_CONFLICT.CUSTOMER_ID.eq(customer).or(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID.eq(customer)))
                .execute();
    }

    /** Nobody finds, counts or answers it any more. */
    void close(Collection<ConversationId> conversations) {
        db.deleteFrom(DRAFT).where(DRAFT.CONVERSATION_ID.in(conversations)).execute();
        db.deleteFrom(UNSEEN).where(UNSEEN.CONVERSATION_ID.in(conversations)).execute();
        db.update(CONVERSATION)
                .set(CONVERSATION.ARCHIVED, true)
                .set(CONVERSATION.UNSEEN, 0)
                .set(CONVERSATION.WAITING, false)
                .setNull(CONVERSATION.SESSION_ID)
                .setNull(CONVERSATION.SESSION_ENDS_AT)
                .where(CONVERSATION.ID.in(conversations))
                .execute();
    }

    /** Those that this agent may use, of numbers that are disabled, too. */
    List<ConversationId> conversations(AgentId agent, CustomerId customer) {
        return db.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.CUSTOMER_ID.eq(customer))
                .and(RightsRepository.isGranted(CONVERSATION.NUMBER_ID, agent))
                .fetch(CONVERSATION.ID);
    }

    /** The next of a number's, by their ids. */
    List<ConversationId> conversationsOf(NumberId number, ConversationId after, int limit) {
        return db.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.NUMBER_ID.eq(number))
                .and(CONVERSATION.ID.gt(after))
                .orderBy(CONVERSATION.ID)
                .limit(limit)
                .fetch(CONVERSATION.ID);
    }

    /** Locked, in the order of their ids. */
    List<ConversationId> lock(Collection<ConversationId> conversations) {
        return db.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.in(conversations))
                .orderBy(CONVERSATION.ID)
                .forUpdate()
                .fetch(CONVERSATION.ID);
    }

    List<ErasableMessage> erasable(Collection<ConversationId> conversations, Instant before, int limit) {
        return db.select(MESSAGE.ID, MESSAGE.NUMBER_ID, MESSAGE.CONVERSATION_ID, MESSAGE.REF, ATTACHMENT.DIGEST)
                .from(MESSAGE)
                .leftJoin(ATTACHMENT)
                .on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .where(erasable(MESSAGE.CONVERSATION_ID.in(conversations), before))
                .limit(limit)
                .fetch(mapping(ErasableMessage::new));
    }

    private static Condition erasable(Condition where, Instant before) {
        return where.and(MESSAGE.AT.lt(before))
                .and(notExists(selectOne()
                        .from(OUTBOX)
                        .where(OUTBOX.MESSAGE_ID.eq(MESSAGE.ID))
                        .and(OUTBOX.STATE.eq(ON_ITS_WAY))));
    }

    /** Whether anything is left of them, on its way for instance. */
    boolean isAnyLeft(CustomerId customer) {
        return db.fetchExists(selectOne()
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(CONVERSATION.CUSTOMER_ID.eq(customer)));
    }

    /** Each with all that hangs on it; what WhatsApp billed it as stays, under a name that tells nothing. */
    void delete(List<ErasableMessage> messages) {
        MessageId[] ids = messages.stream().map(ErasableMessage::id).toArray(MessageId[]::new);
        db.batch(messages.stream().map(this::remember).toList()).execute();
        messages.stream().filter(message -> message.ref() != null).forEach(this::unname);
        db.deleteFrom(UNSEEN).where(anyOf(UNSEEN.MESSAGE_ID, ids)).execute();
        db.deleteFrom(ARCHIVING_UNSEEN)
                .where(anyOf(ARCHIVING_UNSEEN.MESSAGE_ID, ids))
                .execute();
        db.deleteFrom(REACTION).where(anyOf(REACTION.MESSAGE_ID, ids)).execute();
        db.deleteFrom(EARLY_CHANGE).where(anyOf(EARLY_CHANGE.MESSAGE_ID, ids)).execute();
        db.deleteFrom(ATTACHMENT).where(anyOf(ATTACHMENT.MESSAGE_ID, ids)).execute();
        db.deleteFrom(UNSETTLED).where(anyOf(UNSETTLED.MESSAGE_ID, ids)).execute();
        db.deleteFrom(MESSAGE).where(anyOf(MESSAGE.ID, ids)).execute();
    }

    private Query remember(ErasableMessage message) {
        return db.insertInto(ERASED_MESSAGE)
                .set(ERASED_MESSAGE.MESSAGE_ID, message.id())
                .set(
                        ERASED_MESSAGE.HASH,
                        message.ref() == null
                                ? null
                                : ErasedMessages.hash(new MessageRef(message.number(), message.ref())));
    }

    private void unname(ErasableMessage message) {
        db.update(PRICING)
                .set(PRICING.REF, "erased:" + message.id().value())
                .where(PRICING.NUMBER_ID.eq(message.number()))
                .and(PRICING.REF.eq(message.ref()))
                .execute();
        db.deleteFrom(EARLY_STATUS)
                .where(EARLY_STATUS.NUMBER_ID.eq(message.number()))
                .and(EARLY_STATUS.REF.eq(message.ref()))
                .execute();
    }

    /** Of a conversation without any message there is no last one, and nobody waits in it. */
    void forgetLast(ConversationId conversation) {
        db.update(CONVERSATION)
                .setNull(CONVERSATION.LAST_MESSAGE_ID)
                .set(CONVERSATION.WAITING, false)
                .where(CONVERSATION.ID.eq(conversation))
                .and(notExists(selectOne().from(MESSAGE).where(MESSAGE.CONVERSATION_ID.eq(conversation))))
                .execute();
    }

    boolean isAnyErased() {
        return db.fetchExists(selectOne().from(ERASED_MESSAGE));
    }

    /** Which of these hashes are of messages that are no more. */
    List<String> erasedMessages(Collection<String> hashes) {
        return db.select(ERASED_MESSAGE.HASH)
                .from(ERASED_MESSAGE)
                .where(anyOf(ERASED_MESSAGE.HASH, hashes))
                .fetch(ERASED_MESSAGE.HASH);
    }
}

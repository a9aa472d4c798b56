package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static app.parley.db.Tables.REACTION;
import static app.parley.db.Tables.UNSEEN;
import static app.parley.foundation.AnyOf.anyOf;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Conversations under change: each is locked first, so that two changes of one never mix. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConversationRepository {

    private final DSLContext db;
    private final BatchStatement update;

    ConversationRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.update = new BatchStatement(
                jdbc,
                db.update(CONVERSATION)
                        .set(CONVERSATION.ARCHIVED, (Boolean) null)
                        .set(CONVERSATION.SESSION_ID, (SessionId) null)
                        .set(CONVERSATION.SESSION_ENDS_AT, (Instant) null)
                        .set(
                                CONVERSATION.LAST_AT,
                                coalesce(val((Instant) null, CONVERSATION.LAST_AT), CONVERSATION.LAST_AT))
                        .set(CONVERSATION.LAST_MESSAGE_ID, (MessageId) null)
                        .set(CONVERSATION.WAITING, (Boolean) null)
                        .set(CONVERSATION.UNSEEN, (Integer) null)
                        .where(CONVERSATION.ID.eq((ConversationId) null)));
    }

    /** The conversation between a number and a customer, locked, if there is one. */
    Optional<ConversationBatch> lock(NumberId number, CustomerId customer) {
        return Optional.ofNullable(
                lock(Set.of(new Participants(number, customer))).get(new Participants(number, customer)));
    }

    /** The one conversation of each pair, locked; made if it is the first time. */
    Map<Participants, ConversationBatch> lock(List<Participants> pairs, Instant now) {
        Map<Participants, ConversationBatch> talks = lock(pairs);
        List<Participants> missing = pairs.stream()
                .filter(pair -> !talks.containsKey(pair))
                .distinct()
                .toList();
        missing.forEach(pair -> db.insertInto(CONVERSATION)
                .set(CONVERSATION.NUMBER_ID, pair.number())
                .set(CONVERSATION.CUSTOMER_ID, pair.customer())
                .set(CONVERSATION.LAST_AT, now)
                .execute());
        talks.putAll(lock(missing));
        return talks;
    }

    /** In the order of their ids: two who want the same ones never wait for each other. */
    private Map<Participants, ConversationBatch> lock(Collection<Participants> pairs) {
        List<Long> ids = new ArrayList<>();
        pairs.stream()
                .collect(groupingBy(
                        Participants::number, mapping(pair -> pair.customer().value(), toSet())))
                .forEach((number, customers) -> ids.addAll(ids(number, customers)));
        Map<Participants, ConversationBatch> talks = new HashMap<>();
        db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        CONVERSATION.CUSTOMER_ID,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.SESSION_ID,
                        CONVERSATION.SESSION_ENDS_AT,
                        CONVERSATION.BLOCKED_AT,
                        CONVERSATION.LAST_AT,
                        CONVERSATION.LAST_MESSAGE_ID,
                        CONVERSATION.WAITING,
                        CONVERSATION.UNSEEN)
                .from(CONVERSATION)
                .where(anyOf(
                        CONVERSATION.ID, ids.stream().map(ConversationId::new).toList()))
                .orderBy(CONVERSATION.ID)
                .forUpdate()
                .forEach(row -> talks.put(
                        new Participants(row.get(CONVERSATION.NUMBER_ID), row.get(CONVERSATION.CUSTOMER_ID)),
                        talk(row)));
        return talks;
    }

    // Joined, not "in": H2 uses an index of two columns with "in" for the first of them only.
    private List<Long> ids(NumberId number, Set<Long> customers) {
        var asked = unnest(customers.toArray(Long[]::new)).as("asked", "customer");
        return db.select(CONVERSATION.ID)
                .from(asked)
                .join(CONVERSATION)
                .on(CONVERSATION.NUMBER_ID.eq(number))
                .and(CONVERSATION.CUSTOMER_ID.coerce(Long.class).eq(asked.field("customer", Long.class)))
                .fetch(row -> row.value1().value());
    }

    private static ConversationBatch talk(Record row) {
        MessageId last = row.get(CONVERSATION.LAST_MESSAGE_ID);
        return new ConversationBatch(
                new Conversation(
                        row.get(CONVERSATION.ID),
                        row.get(CONVERSATION.NUMBER_ID),
                        row.get(CONVERSATION.ARCHIVED),
                        row.get(CONVERSATION.SESSION_ID),
                        row.get(CONVERSATION.SESSION_ENDS_AT),
                        row.get(CONVERSATION.BLOCKED_AT)),
                last == null ? null : new MessageKey(row.get(CONVERSATION.LAST_AT), last),
                row.get(CONVERSATION.WAITING),
                row.get(CONVERSATION.UNSEEN));
    }

    /** Brings the rows up to what has been added. */
    void update(Collection<ConversationBatch> talks) {
        update.execute(talks.stream().map(ConversationRepository::values).toList());
        talks.stream().filter(ConversationBatch::isToBeReread).forEach(talk -> touchLast(talk.id()));
    }

    /** In the order of the statement. */
    private static @Nullable Object[] values(ConversationBatch talk) {
        MessageKey last = talk.last();
        SessionId session = talk.session();
        return new @Nullable Object[] {
            talk.isArchived(),
            session == null ? null : session.value(),
            talk.sessionEndsAt(),
            last == null ? null : last.at(),
            last == null ? null : last.id().value(),
            talk.isWaiting(),
            talk.unseen(),
            talk.id().value()
        };
    }

    Optional<Conversation> lock(ConversationId id) {
        return lock(CONVERSATION.ID.eq(id));
    }

    /** Empty when it does not exist for this agent. */
    Optional<Conversation> lock(ConversationId id, AgentId agent) {
        return lock(CONVERSATION.ID.eq(id).and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent)));
    }

    /** Whether the number exists for this agent. */
    boolean mayUse(NumberId number, AgentId agent) {
        return db.fetchExists(
                selectOne().from(NUMBER).where(NUMBER.ID.eq(number)).and(RightsRepository.mayUse(NUMBER.ID, agent)));
    }

    /** Without a lock; empty when it does not exist for this agent. */
    Optional<NumberId> numberOf(ConversationId id, AgentId agent) {
        return db.select(CONVERSATION.NUMBER_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(id))
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .fetchOptional(CONVERSATION.NUMBER_ID);
    }

    private Optional<Conversation> lock(Condition condition) {
        return db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.SESSION_ID,
                        CONVERSATION.SESSION_ENDS_AT,
                        CONVERSATION.BLOCKED_AT)
                .from(CONVERSATION)
                .where(condition)
                .forUpdate()
                .fetchOptional(Records.mapping(Conversation::new));
    }

    void session(ConversationId id, @Nullable SessionId session, @Nullable Instant endsAt) {
        db.update(CONVERSATION)
                .set(CONVERSATION.SESSION_ID, session)
                .set(CONVERSATION.SESSION_ENDS_AT, endsAt)
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }

    void archived(ConversationId id, boolean archived) {
        db.update(CONVERSATION)
                .set(CONVERSATION.ARCHIVED, archived)
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }

    /** Brings the row up to date: its newest message by its own time, ties by arrival, and whether we owe an answer. */
    void touchLast(ConversationId id) {
        Condition inside = MESSAGE.CONVERSATION_ID.eq(id);
        newest(inside.and(mayBeLast()))
                .ifPresentOrElse(
                        last -> last(id, last.value1(), last.value2()),
                        // Nothing to show, as when a reaction to who knows what was taken back.
                        () -> newest(inside).ifPresent(last -> last(id, null, last.value2())));
    }

    private void last(ConversationId id, @Nullable MessageId message, Instant at) {
        db.update(CONVERSATION)
                .set(CONVERSATION.LAST_MESSAGE_ID, message)
                .set(CONVERSATION.LAST_AT, at)
                .set(CONVERSATION.WAITING, isWaiting(id))
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }

    /** A reaction only while it stands. */
    private static Condition mayBeLast() {
        return MESSAGE.KIND
                .notIn(MessageKind.EDIT, MessageKind.REVOKE, MessageKind.REACTION)
                .or(MESSAGE.KIND
                        .eq(MessageKind.REACTION)
                        .and(exists(selectOne()
                                .from(REACTION)
                                .where(REACTION.MESSAGE_ID.eq(MESSAGE.ID))
                                .and(REACTION.EMOJI.isNotNull()))));
    }

    /** A reaction asks for no answer, and a reply that failed is none. */
    private boolean isWaiting(ConversationId id) {
        return newest(MESSAGE.CONVERSATION_ID
                        .eq(id)
                        .and(MESSAGE.KIND.notIn(MessageKind.UNCOUNTED))
                        .and(MESSAGE.STATE.isNull().or(MESSAGE.STATE.ne(DeliveryState.FAILED))))
                .map(last -> last.get(MESSAGE.DIRECTION) == Direction.INBOUND)
                .orElse(false);
    }

    private Optional<Record3<MessageId, Instant, Direction>> newest(Condition condition) {
        return db.select(MESSAGE.ID, MESSAGE.AT, MESSAGE.DIRECTION)
                .from(MESSAGE)
                .where(condition)
                .and(MESSAGE.AT.le(MessageRepository.EVER))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Brings the count in the row up to what is really unseen. */
    void touchUnseen(ConversationId id) {
        db.update(CONVERSATION)
                .set(
                        CONVERSATION.UNSEEN,
                        field(selectCount().from(UNSEEN).where(UNSEEN.CONVERSATION_ID.eq(id)))
                                .coerce(Integer.class))
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }
}

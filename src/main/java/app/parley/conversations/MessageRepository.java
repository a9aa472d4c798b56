package app.parley.conversations;

import static app.parley.db.Sequences.MESSAGE_IDS;
import static app.parley.db.Tables.ARCHIVING_UNSEEN;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSEEN;
import static app.parley.foundation.AnyOf.anyOf;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages, and the set of those nobody has seen. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MessageRepository {

    /**
     * Later than any message. H2 walks the index of a conversation's messages from its end, instead of reading and
     * sorting them all, only when the time is bounded and the order begins with the conversation.
     */
    static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final List<Field<?>> COLUMNS = List.of(
            MESSAGE.ID,
            MESSAGE.CONVERSATION_ID,
            MESSAGE.NUMBER_ID,
            MESSAGE.SESSION_ID,
            MESSAGE.AGENT_ID,
            MESSAGE.DIRECTION,
            MESSAGE.KIND,
            MESSAGE.AT,
            MESSAGE.RECEIVED_AT,
            MESSAGE.TEXT,
            MESSAGE.REF,
            MESSAGE.REFERS_TO,
            MESSAGE.STATE,
            MESSAGE.SEND_KEY,
            MESSAGE.FORWARDED,
            MESSAGE.RICH,
            MESSAGE.PAYLOAD);

    private final DSLContext db;
    private final BatchStatement insert;
    private final BatchStatement insertUnseen;

    MessageRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.insert = new BatchStatement(
                jdbc, db.insertInto(MESSAGE, COLUMNS).values(Collections.nCopies(COLUMNS.size(), null)));
        this.insertUnseen = new BatchStatement(
                jdbc,
                db.insertInto(UNSEEN, UNSEEN.MESSAGE_ID, UNSEEN.CONVERSATION_ID, UNSEEN.AT)
                        .values((MessageId) null, null, null));
    }

    /** Which of these messages we have; one query for each number. */
    Set<MessageRef> known(List<MessageRef> refs) {
        Set<MessageRef> known = new HashSet<>();
        refs.stream()
                .collect(groupingBy(MessageRef::number, mapping(MessageRef::ref, toSet())))
                .forEach((number, ofNumber) -> {
                    // Joined, not "in": H2 uses an index of two columns with "in" for the first of them only.
                    var asked = unnest(ofNumber.toArray(String[]::new)).as("asked", "ref");
                    db.select(MESSAGE.REF)
                            .from(asked)
                            .join(MESSAGE)
                            .on(MESSAGE.NUMBER_ID.eq(number))
                            .and(MESSAGE.REF.eq(asked.field("ref", String.class)))
                            .forEach(row -> known.add(new MessageRef(number, row.get(MESSAGE.REF))));
                });
        return known;
    }

    /** Ids for messages about to be stored, in the order in which they came. */
    List<MessageId> nextIds(int count) {
        return db.nextvals(MESSAGE_IDS, count).stream()
                .map(id -> new MessageId(id.longValue()))
                .sorted(comparingLong(MessageId::value))
                .toList();
    }

    Optional<MessageId> bySendKey(ConversationId conversation, String sendKey) {
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.SEND_KEY.eq(sendKey))
                .and(MESSAGE.CONVERSATION_ID.eq(conversation))
                .fetchOptional(MESSAGE.ID);
    }

    /** Meta's id of a message of this conversation; empty when it has none. */
    Optional<String> ref(ConversationId conversation, MessageId message) {
        return db.select(MESSAGE.REF)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(message))
                .and(MESSAGE.CONVERSATION_ID.eq(conversation))
                .and(SignalRepository.HAS_ID_OF_METAS)
                .fetchOptional(MESSAGE.REF);
    }

    void insert(List<NewMessage> messages) {
        insert.execute(messages.stream().map(MessageRepository::values).toList());
    }

    /** In the order of the columns. */
    private static @Nullable Object[] values(NewMessage message) {
        return new @Nullable Object[] {
            message.id().value(),
            message.conversation().value(),
            message.number().value(),
            message.session() == null ? null : message.session().value(),
            message.agent() == null ? null : message.agent().value(),
            message.direction().name(),
            message.kind().name(),
            message.at(),
            message.receivedAt(),
            message.text(),
            message.ref(),
            message.refersTo(),
            BatchStatement.name(message.state()),
            message.sendKey(),
            BatchStatement.name(message.forwarded()),
            message.rich(),
            message.payload()
        };
    }

    /** What a template of ours shows around its words. */
    void shows(MessageId message, String frame) {
        db.update(MESSAGE)
                .set(MESSAGE.SHOWN, frame)
                .where(MESSAGE.ID.eq(message))
                .execute();
    }

    void markUnseen(List<NewMessage> messages) {
        insertUnseen.execute(messages.stream()
                .map(message -> new @Nullable Object[] {
                    message.id().value(), message.conversation().value(), message.at()
                })
                .toList());
    }

    private void markUnseen(MessageId message, ConversationId conversation, Instant at) {
        db.insertInto(UNSEEN)
                .set(UNSEEN.MESSAGE_ID, message)
                .set(UNSEEN.CONVERSATION_ID, conversation)
                .set(UNSEEN.AT, at)
                .execute();
    }

    /** @return how many of them were unseen until now */
    int markSeen(ConversationId conversation, Collection<MessageId> messages) {
        return db.deleteFrom(UNSEEN)
                .where(UNSEEN.CONVERSATION_ID.eq(conversation))
                .and(anyOf(UNSEEN.MESSAGE_ID, messages))
                .execute();
    }

    /** Puts the newest inbound message that counts back among the unseen; does nothing when it is there already. */
    void markNewestUnseen(ConversationId conversation) {
        var newest = db.select(MESSAGE.ID, MESSAGE.AT)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .and(MESSAGE.KIND.notIn(MessageKind.UNCOUNTED))
                .and(MESSAGE.AT.le(EVER))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOne();
        if (newest != null
                && !db.fetchExists(selectOne().from(UNSEEN).where(UNSEEN.MESSAGE_ID.eq(newest.get(MESSAGE.ID))))) {
            markUnseen(newest.get(MESSAGE.ID), conversation, newest.get(MESSAGE.AT));
        }
    }

    /** Moves everything unseen in a conversation to what "Undo" would bring back. */
    void putUnseenAway(ConversationId conversation, ArchivingId archiving) {
        db.insertInto(ARCHIVING_UNSEEN, ARCHIVING_UNSEEN.ARCHIVING_ID, ARCHIVING_UNSEEN.MESSAGE_ID)
                .select(select(val(archiving.value()), UNSEEN.MESSAGE_ID)
                        .from(UNSEEN)
                        .where(UNSEEN.CONVERSATION_ID.eq(conversation)))
                .execute();
        db.deleteFrom(UNSEEN).where(UNSEEN.CONVERSATION_ID.eq(conversation)).execute();
    }

    void bringUnseenBack(ConversationId conversation, ArchivingId archiving) {
        db.insertInto(UNSEEN, UNSEEN.MESSAGE_ID, UNSEEN.CONVERSATION_ID, UNSEEN.AT)
                .select(select(MESSAGE.ID, MESSAGE.CONVERSATION_ID, MESSAGE.AT)
                        .from(ARCHIVING_UNSEEN)
                        .join(MESSAGE)
                        .on(MESSAGE.ID.eq(ARCHIVING_UNSEEN.MESSAGE_ID))
                        .where(ARCHIVING_UNSEEN.ARCHIVING_ID.eq(archiving.value()))
                        .and(MESSAGE.CONVERSATION_ID.eq(conversation)))
                .execute();
        db.deleteFrom(ARCHIVING_UNSEEN)
                .where(ARCHIVING_UNSEEN.ARCHIVING_ID.eq(archiving.value()))
                .execute();
    }
}

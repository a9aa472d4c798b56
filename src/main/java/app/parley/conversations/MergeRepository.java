package app.parley.conversations;

import static app.parley.db.Tables.ARCHIVING;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.CUSTOMER_CONFLICT;
import static app.parley.db.Tables.DRAFT;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.PRICING;
import static app.parley.db.Tables.SESSION;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.Records.mapping;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becoming one asks of the rows of two customers. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MergeRepository {

    private final DSLContext db;
    private final ConflictRepository conflicts;
    private final DraftRepository drafts;

    MergeRepository(DSLContext db, ConflictRepository conflicts, DraftRepository drafts) {
        this.db = db;
        this.conflicts = conflicts;
        this.drafts = drafts;
    }

    /** The two of an unsettled conflict, locked, the one known longer first; nobody when it is settled. */
    List<Person> lockUnsettled(long conflict) {
        return db.select(CUSTOMER_CONFLICT.CUSTOMER_ID, CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID)
                .from(CUSTOMER_CONFLICT)
                .where(CUSTOMER_CONFLICT.ID.eq(conflict))
                .and(CUSTOMER_CONFLICT.SETTLED_AT.isNull())
                .forUpdate()
                .fetchOptional()
                .map(pair -> lock(pair.value1(), pair.value2()))
                .orElse(List.of());
    }

    private List<Person> lock(CustomerId one, CustomerId other) {
        return db.select(
                        CUSTOMER.ID, CUSTOMER.USER_ID, CUSTOMER.WA_ID, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(one, other))
                .orderBy(CUSTOMER.ID)
                .forUpdate()
                .fetch(mapping(Person::new));
    }

    /** The oldest first. */
    List<MergedConversation> lockConversations(CustomerId one, CustomerId other) {
        return db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.SESSION_ID,
                        CONVERSATION.SESSION_ENDS_AT)
                .from(CONVERSATION)
                .where(CONVERSATION.CUSTOMER_ID.in(one, other))
                .orderBy(CONVERSATION.ID)
                .forUpdate()
                .fetch(mapping(MergedConversation::new));
    }

    /** Which of the two was heard of last, to any number. */
    Optional<CustomerId> wroteLast(CustomerId one, CustomerId other) {
        return db.select(CONVERSATION.CUSTOMER_ID)
                .from(CONVERSATION)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .where(CONVERSATION.CUSTOMER_ID.in(one, other))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(CONVERSATION.CUSTOMER_ID);
    }

    void give(ConversationId conversation, CustomerId customer) {
        db.update(CONVERSATION)
                .set(CONVERSATION.CUSTOMER_ID, customer)
                .where(CONVERSATION.ID.eq(conversation))
                .execute();
    }

    /** Everything of this package's that stands in a conversation. */
    void move(ConversationId gone, ConversationId into) {
        db.update(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, into)
                .where(MESSAGE.CONVERSATION_ID.eq(gone))
                .execute();
        db.update(SESSION)
                .set(SESSION.CONVERSATION_ID, into)
                .where(SESSION.CONVERSATION_ID.eq(gone))
                .execute();
        db.update(PRICING)
                .set(PRICING.CONVERSATION_ID, into)
                .where(PRICING.CONVERSATION_ID.eq(gone))
                .execute();
        db.update(UNSEEN)
                .set(UNSEEN.CONVERSATION_ID, into)
                .where(UNSEEN.CONVERSATION_ID.eq(gone))
                .execute();
        db.update(ARCHIVING)
                .set(ARCHIVING.CONVERSATION_ID, into)
                .where(ARCHIVING.CONVERSATION_ID.eq(gone))
                .execute();
        drafts.move(gone, into);
        db.select(CONVERSATION.BLOCKED_AT, CONVERSATION.BLOCKED_WA_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(gone))
                .and(CONVERSATION.BLOCKED_AT.isNotNull())
                .fetchOptional()
                .ifPresent(block -> db.update(CONVERSATION)
                        .set(CONVERSATION.BLOCKED_AT, block.value1())
                        .set(CONVERSATION.BLOCKED_WA_ID, block.value2())
                        .where(CONVERSATION.ID.eq(into))
                        .execute());
    }

    /** Once nothing stands in it any more. */
    void delete(ConversationId conversation) {
        db.deleteFrom(DRAFT).where(DRAFT.CONVERSATION_ID.eq(conversation)).execute();
        db.deleteFrom(CONVERSATION).where(CONVERSATION.ID.eq(conversation)).execute();
    }

    /** Removes a customer; whoever else may be the same person may now be the other one. */
    void forget(CustomerId gone, CustomerId instead) {
        conflicts.handOver(gone, instead);
        db.deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(gone)).execute();
    }
}

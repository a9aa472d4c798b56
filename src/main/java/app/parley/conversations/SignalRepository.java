package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import app.parley.conversations.CustomerSignals.CustomerMessage;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SignalRepository {

    /** What Meta sent without an id has one of ours, which Meta does not know. */
    static final Condition HAS_ID_OF_METAS = MESSAGE.REF.startsWith("wamid.");

    private final DSLContext db;

    SignalRepository(DSLContext db) {
        this.db = db;
    }

    Optional<CustomerMessage> seenUpTo(ConversationId conversation, Instant since) {
        var firstUnseen = db.select(UNSEEN.AT, UNSEEN.MESSAGE_ID)
                .from(UNSEEN)
                .where(UNSEEN.CONVERSATION_ID.eq(conversation))
                .orderBy(UNSEEN.CONVERSATION_ID, UNSEEN.AT, UNSEEN.MESSAGE_ID)
                .limit(1)
                .fetchOne();
        Condition seen = firstUnseen == null
                ? DSL.noCondition()
                : row(MESSAGE.AT, MESSAGE.ID).lt(firstUnseen.value1(), firstUnseen.value2());
        return newest(conversation, seen.and(MESSAGE.AT.ge(since)));
    }

    Optional<CustomerMessage> newest(ConversationId conversation, Instant now) {
        return newest(
                conversation,
                DSL.exists(selectOne()
                        .from(CONVERSATION)
                        .where(CONVERSATION.ID.eq(conversation))
                        .and(CONVERSATION.ARCHIVED.isFalse())
                        .and(CONVERSATION.SESSION_ENDS_AT.gt(now))));
    }

    private Optional<CustomerMessage> newest(ConversationId conversation, Condition condition) {
        return db.select(MESSAGE.NUMBER_ID, MESSAGE.REF)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation))
                .and(MESSAGE.AT.le(MessageRepository.EVER))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .and(MESSAGE.KIND.notIn(MessageKind.UNCOUNTED))
                .and(HAS_ID_OF_METAS)
                .and(condition)
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(mapping(CustomerMessage::new));
    }
}

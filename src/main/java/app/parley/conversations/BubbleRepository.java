package app.parley.conversations;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.REACTION;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import app.parley.cloudapi.MessageDetails;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages as bubbles: what one shows, and which messages have one at all. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BubbleRepository {

    private static final app.parley.db.tables.Message QUOTED = MESSAGE.as("quoted");
    private static final app.parley.db.tables.Agent QUOTED_AGENT = AGENT.as("quoted_agent");
    private static final app.parley.db.tables.Reaction THEIRS = REACTION.as("theirs");
    private static final app.parley.db.tables.Reaction OURS = REACTION.as("ours");

    private static final Field<String> PAYLOAD = when(MESSAGE.RICH, coalesce(MESSAGE.SHOWN, MESSAGE.PAYLOAD));
    private static final Field<String> QUOTED_TEXT = left(when(QUOTED.REVOKED_AT.isNull(), QUOTED.TEXT), 200);
    private static final List<Field<?>> FIELDS = List.of(
            MESSAGE.ID,
            MESSAGE.DIRECTION,
            MESSAGE.KIND,
            MESSAGE.TEXT,
            MESSAGE.AT,
            MESSAGE.STATE,
            AGENT.NAME,
            UNSEEN.MESSAGE_ID,
            MESSAGE.ERROR_CODE,
            MESSAGE.ERROR_TITLE,
            MESSAGE.REFERS_TO,
            MESSAGE.FORWARDED,
            MESSAGE.EDITED_AT,
            MESSAGE.REVOKED_AT,
            PAYLOAD,
            MESSAGE.UNKNOWN_AT,
            MESSAGE.RESENT_AS,
            QUOTED.ID,
            QUOTED.DIRECTION,
            QUOTED.KIND,
            QUOTED_TEXT,
            QUOTED.REVOKED_AT,
            QUOTED_AGENT.NAME,
            THEIRS.EMOJI,
            OURS.EMOJI,
            ATTACHMENT.STATE,
            ATTACHMENT.REASON,
            ATTACHMENT.FILE_NAME,
            ATTACHMENT.CONTENT_TYPE,
            ATTACHMENT.SIZE,
            ATTACHMENT.WIDTH,
            ATTACHMENT.HEIGHT,
            ATTACHMENT.ANIMATED,
            ATTACHMENT.THUMBNAIL);

    private final DSLContext db;

    BubbleRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * What is done to a message shows on that message; only when we do not know it, or when it failed, it has a bubble
     * of its own.
     */
    static Condition hasBubble() {
        var about = MESSAGE.as("about");
        return MESSAGE.KIND
                .notIn(MessageKind.REACTION, MessageKind.EDIT, MessageKind.REVOKE)
                .or(MESSAGE.KIND.eq(MessageKind.REACTION).and(MESSAGE.STATE.eq(DeliveryState.FAILED)))
                .or(notExists(selectOne()
                        .from(about)
                        .where(about.NUMBER_ID.eq(MESSAGE.NUMBER_ID))
                        .and(about.REF.eq(MESSAGE.REFERS_TO))
                        .and(about.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))));
    }

    SelectOnConditionStep<? extends Record> select() {
        return db.select(FIELDS)
                .from(MESSAGE)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(MESSAGE.AGENT_ID))
                .leftJoin(UNSEEN)
                .on(UNSEEN.MESSAGE_ID.eq(MESSAGE.ID))
                .leftJoin(ATTACHMENT)
                .on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .leftJoin(QUOTED)
                .on(QUOTED.NUMBER_ID.eq(MESSAGE.NUMBER_ID))
                .and(QUOTED.REF.eq(MESSAGE.REFERS_TO))
                .leftJoin(QUOTED_AGENT)
                .on(QUOTED_AGENT.ID.eq(QUOTED.AGENT_ID))
                .leftJoin(THEIRS)
                .on(THEIRS.NUMBER_ID.eq(MESSAGE.NUMBER_ID))
                .and(THEIRS.REF.eq(MESSAGE.REF))
                .and(THEIRS.DIRECTION.eq(Direction.INBOUND))
                .leftJoin(OURS)
                .on(OURS.NUMBER_ID.eq(MESSAGE.NUMBER_ID))
                .and(OURS.REF.eq(MESSAGE.REF))
                .and(OURS.DIRECTION.eq(Direction.OUTBOUND));
    }

    static ChatMessage message(Record row) {
        boolean revoked = row.get(MESSAGE.REVOKED_AT) != null;
        String payload = row.get(PAYLOAD);
        return new ChatMessage(
                row.get(MESSAGE.ID),
                row.get(MESSAGE.DIRECTION),
                row.get(MESSAGE.KIND),
                revoked ? null : row.get(MESSAGE.TEXT),
                row.get(MESSAGE.AT),
                row.get(MESSAGE.STATE),
                row.get(AGENT.NAME),
                row.get(UNSEEN.MESSAGE_ID) != null,
                row.get(MESSAGE.ERROR_CODE),
                row.get(MESSAGE.ERROR_TITLE),
                revoked ? null : quote(row),
                row.get(THEIRS.EMOJI),
                row.get(OURS.EMOJI),
                revoked ? null : attachment(row),
                row.get(MESSAGE.FORWARDED),
                row.get(MESSAGE.EDITED_AT) != null,
                revoked,
                revoked || payload == null ? null : MessageDetails.of(payload),
                row.get(MESSAGE.UNKNOWN_AT),
                row.get(MESSAGE.RESENT_AS) != null);
    }

    private static @Nullable Quote quote(Record row) {
        return row.get(MESSAGE.REFERS_TO) == null
                ? null
                : new Quote(
                        row.get(QUOTED.ID),
                        row.get(QUOTED.DIRECTION),
                        row.get(QUOTED.KIND),
                        row.get(QUOTED_TEXT),
                        row.get(QUOTED_AGENT.NAME),
                        row.get(QUOTED.REVOKED_AT) != null);
    }

    private static @Nullable Attachment attachment(Record row) {
        return row.get(ATTACHMENT.STATE) == null
                ? null
                : new Attachment(
                        row.get(ATTACHMENT.STATE),
                        row.get(ATTACHMENT.REASON),
                        row.get(ATTACHMENT.FILE_NAME),
                        row.get(ATTACHMENT.CONTENT_TYPE),
                        row.get(ATTACHMENT.SIZE),
                        row.get(ATTACHMENT.WIDTH),
                        row.get(ATTACHMENT.HEIGHT),
                        row.get(ATTACHMENT.ANIMATED),
                        row.get(ATTACHMENT.THUMBNAIL));
    }
}

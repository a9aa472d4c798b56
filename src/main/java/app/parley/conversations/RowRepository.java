package app.parley.conversations;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record10;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of conversations, one query a page. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RowRepository {

    /** What we call a customer: their own name, else what is known of them. */
    static final Field<String> CUSTOMER_NAME =
            coalesce(CUSTOMER.NAME, CUSTOMER.USERNAME, CUSTOMER.PHONE, CUSTOMER.WA_ID, CUSTOMER.USER_ID);

    /** What a reaction is on. */
    private static final app.parley.db.tables.Message TARGET = MESSAGE.as("target");

    private final DSLContext db;

    RowRepository(DSLContext db) {
        this.db = db;
    }

    /** @param back whether to go up the list from the key; rows come in list order all the same */
    List<ConversationRow> page(
            AgentId agent, ConversationQuery query, Instant now, @Nullable RowKey key, boolean back, int limit) {
        boolean newest = query.order() == ListOrder.NEWEST;
        Field<Instant> sort = newest ? CONVERSATION.LAST_AT : CONVERSATION.SESSION_ENDS_AT;
        boolean descending = newest != back;
        List<ConversationRow> rows = rows().where(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .and(query.number() == null ? noCondition() : CONVERSATION.NUMBER_ID.eq(query.number()))
                .and(CONVERSATION.ARCHIVED.eq(query.filter() == Filter.ARCHIVED))
                .and(query.filter() == Filter.UNREAD ? CONVERSATION.UNSEEN.gt(0) : noCondition())
                .and(newest ? noCondition() : waits(now))
                .and(key == null ? noCondition() : beyond(sort, key, descending))
                .orderBy(order(sort, descending), order(CONVERSATION.ID, descending))
                .limit(limit)
                .fetch(mapping(ConversationRow::new));
        return back ? rows.reversed() : rows;
    }

    List<ConversationRow> byIds(AgentId agent, Collection<ConversationId> ids) {
        return rows().where(anyOf(CONVERSATION.ID, ids))
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .fetch(mapping(ConversationRow::new));
    }

    List<NumberCount> numbers(AgentId agent) {
        return db.select(
                        NUMBER.ID,
                        NUMBER.PHONE_NUMBER_ID,
                        NUMBER.NAME,
                        NUMBER.DISPLAY_PHONE,
                        coalesce(sum(CONVERSATION.UNSEEN), BigDecimal.ZERO).convertFrom(BigDecimal::intValue))
                .from(NUMBER)
                .leftJoin(CONVERSATION)
                .on(CONVERSATION.NUMBER_ID.eq(NUMBER.ID))
                .and(CONVERSATION.UNSEEN.gt(0))
                .where(RightsRepository.mayUse(NUMBER.ID, agent))
                .groupBy(NUMBER.ID, NUMBER.PHONE_NUMBER_ID, NUMBER.NAME, NUMBER.DISPLAY_PHONE)
                .orderBy(NUMBER.NAME, NUMBER.ID)
                .fetch(mapping(NumberCount::new));
    }

    /** Whoever is blocked gets no reply. */
    private static Condition waits(Instant now) {
        return CONVERSATION
                .WAITING
                .isTrue()
                .and(CONVERSATION.BLOCKED_AT.isNull())
                .and(CONVERSATION.SESSION_ENDS_AT.gt(now));
    }

    private static Condition beyond(Field<Instant> sort, RowKey key, boolean descending) {
        var here = row(sort, CONVERSATION.ID);
        return descending ? here.lt(key.at(), key.id()) : here.gt(key.at(), key.id());
    }

    private static <T> OrderField<T> order(Field<T> field, boolean descending) {
        return descending ? field.desc() : field.asc();
    }

    private SelectOnConditionStep<
                    Record10<
                            ConversationId,
                            NumberId,
                            String,
                            Instant,
                            Preview,
                            Instant,
                            Boolean,
                            Boolean,
                            Integer,
                            Boolean>>
            rows() {
        return db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        CUSTOMER_NAME,
                        CONVERSATION.LAST_AT,
                        row(
                                        MESSAGE.DIRECTION,
                                        MESSAGE.KIND,
                                        when(MESSAGE.REVOKED_AT.isNull(), left(MESSAGE.TEXT, 120)),
                                        MESSAGE.STATE,
                                        left(when(TARGET.REVOKED_AT.isNull(), TARGET.TEXT), 120),
                                        MESSAGE.REVOKED_AT.isNotNull(),
                                        left(ATTACHMENT.FILE_NAME, 120))
                                .mapping(RowRepository::preview),
                        CONVERSATION.SESSION_ENDS_AT,
                        CONVERSATION.WAITING,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.UNSEEN,
                        field(CONVERSATION.BLOCKED_AT.isNotNull()))
                .from(CONVERSATION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .and(CUSTOMER.ERASED_AT.isNull())
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(CONVERSATION.LAST_MESSAGE_ID))
                .leftJoin(ATTACHMENT)
                .on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .and(MESSAGE.KIND.eq(MessageKind.DOCUMENT))
                .leftJoin(TARGET)
                .on(TARGET.NUMBER_ID.eq(MESSAGE.NUMBER_ID))
                .and(TARGET.REF.eq(MESSAGE.REFERS_TO))
                .and(MESSAGE.KIND.eq(MessageKind.REACTION));
    }

    private static @Nullable Preview preview(
            @Nullable Direction direction,
            @Nullable MessageKind kind,
            @Nullable String text,
            @Nullable DeliveryState state,
            @Nullable String reactedTo,
            boolean revoked,
            @Nullable String fileName) {
        return direction == null || kind == null
                ? null
                : new Preview(direction, kind, text, state, reactedTo, revoked, fileName);
    }
}

package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every conversation was charged in a period: whole UTC days from the sums, and what is left of the period before
 * and after them, twelve hours each at most, from the entries. Added up here, a day at a time: H2 would group them in a
 * tree, which was most of the time that the question took.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConversationFeeRepository {

    private static final String OF_A_DAY = """
            select conversation_id, inbound, inbound_amount, outbound, outbound_amount
            from ledger_day
            where utc_day = ?
            """;

    /** Each entry has a session: with an inner join H2 would begin with all that ever were. */
    private static final String OF_AN_EDGE = """
            select s.conversation_id, e.entry, e.direction, e.amount
            from ledger_entry e
            left join session s on s.id = e.session_id
            where e.at >= ? and e.at < ?
            """;

    private final JdbcOperations jdbc;

    ConversationFeeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all that had any, though it may have been taken off again. */
    Map<ConversationId, FeeSum> in(Period period) {
        Map<ConversationId, FeeSum> fees = new HashMap<>();
        UtcDays days = UtcDays.of(period.start(), period.end());
        days.first()
                .datesUntil(days.end())
                .forEach(day -> jdbc.query(
                        OF_A_DAY,
                        row -> {
                            FeeSum fee = of(fees, row.getLong(1));
                            fee.addInbound(row.getLong(2), row.getBigDecimal(3));
                            fee.addOutbound(row.getLong(4), row.getBigDecimal(5));
                        },
                        day));
        days.edges().forEach(edge -> add(fees, edge));
        return fees;
    }

    private void add(Map<ConversationId, FeeSum> fees, UtcDays.Edge edge) {
        BigDecimal sign = BigDecimal.valueOf(edge.sign());
        jdbc.query(
                OF_AN_EDGE,
                row -> {
                    FeeSum fee = of(fees, row.getLong(1));
                    int messages = EntryKind.valueOf(row.getString(2)) == EntryKind.CHARGE ? edge.sign() : -edge.sign();
                    BigDecimal amount = row.getBigDecimal(4).multiply(sign);
                    if (Direction.valueOf(row.getString(3)) == Direction.INBOUND) {
                        fee.addInbound(messages, amount);
                    } else {
                        fee.addOutbound(messages, amount);
                    }
                },
                edge.from().atOffset(ZoneOffset.UTC),
                edge.until().atOffset(ZoneOffset.UTC));
    }

    private static FeeSum of(Map<ConversationId, FeeSum> fees, long conversation) {
        return fees.computeIfAbsent(new ConversationId(conversation), id -> new FeeSum());
    }
}

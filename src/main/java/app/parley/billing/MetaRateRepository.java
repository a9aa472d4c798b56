package app.parley.billing;

import static app.parley.db.Tables.META_QUARTER;
import static app.parley.db.Tables.META_RATE;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MetaRateRepository {

    private final DSLContext db;
    private final JdbcOperations jdbc;

    MetaRateRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    /** The days of the period, after its first, from which a rate holds. */
    List<LocalDate> changes(Period period) {
        return db.selectDistinct(META_RATE.STARTS_ON)
                .from(META_RATE)
                .where(META_RATE.STARTS_ON.gt(period.from()))
                .and(META_RATE.STARTS_ON.le(period.to()))
                .orderBy(META_RATE.STARTS_ON)
                .fetch(META_RATE.STARTS_ON);
    }

    MetaRateTable table(Collection<String> countries, LocalDate until) {
        return new MetaRateTable(
                countries.isEmpty()
                        ? List.of()
                        : rates(anyOf(META_RATE.COUNTRY, countries).and(META_RATE.STARTS_ON.le(until))));
    }

    List<MetaRate> all() {
        return rates(DSL.noCondition());
    }

    private List<MetaRate> rates(Condition condition) {
        return db.selectFrom(META_RATE).where(condition).fetch(MetaRateRepository::rate);
    }

    private static MetaRate rate(Record row) {
        return new MetaRate(
                new MetaKind(row.get(META_RATE.COUNTRY), row.get(META_RATE.CATEGORY), row.get(META_RATE.TYPE)),
                row.get(META_RATE.STARTS_ON),
                row.get(META_RATE.AMOUNT));
    }

    MetaRateSummary summary() {
        return db.select(count(), countDistinct(META_RATE.COUNTRY), min(META_RATE.STARTS_ON), max(META_RATE.STARTS_ON))
                .from(META_RATE)
                .fetchSingle(row -> new MetaRateSummary(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** How many messages of each kind were counted since. */
    Map<MetaKind, Long> messagesSince(long quarter) {
        Map<MetaKind, Long> messages = new HashMap<>();
        db.select(META_QUARTER.COUNTRY, META_QUARTER.CATEGORY, META_QUARTER.TYPE, sum(META_QUARTER.MESSAGES))
                .from(META_QUARTER)
                .where(META_QUARTER.QUARTER.ge(quarter))
                .groupBy(META_QUARTER.COUNTRY, META_QUARTER.CATEGORY, META_QUARTER.TYPE)
                .forEach(row -> messages.put(
                        new MetaKind(row.value1(), row.value2(), row.value3()),
                        row.value4().longValueExact()));
        return messages;
    }

    void delete(Collection<MetaRate> rates) {
        jdbc.batchUpdate(
                "delete from meta_rate where country = ? and category = ? and type = ? and starts_on = ?",
                rates.stream()
                        .map(rate -> new Object[] {
                            rate.kind().country(),
                            rate.kind().category(),
                            rate.kind().type(),
                            Date.valueOf(rate.startsOn())
                        })
                        .toList());
    }

    void insert(Collection<MetaRate> rates) {
        jdbc.batchUpdate(
                "insert into meta_rate (country, category, type, starts_on, amount) values (?, ?, ?, ?, ?)",
                rates.stream()
                        .map(rate -> new Object[] {
                            rate.kind().country(),
                            rate.kind().category(),
                            rate.kind().type(),
                            Date.valueOf(rate.startsOn()),
                            rate.amount()
                        })
                        .toList());
    }
}

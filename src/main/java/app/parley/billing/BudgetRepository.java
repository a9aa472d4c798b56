package app.parley.billing;

import static app.parley.db.Tables.BUDGET;
import static org.jooq.Records.mapping;

import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BudgetRepository {

    private final DSLContext db;

    BudgetRepository(DSLContext db) {
        this.db = db;
    }

    List<Budget> all() {
        return db.select(BUDGET.NUMBER_ID, BUDGET.AMOUNT)
                .from(BUDGET)
                .orderBy(BUDGET.NUMBER_ID.asc().nullsFirst())
                .fetch(mapping(Budget::new));
    }

    void set(@Nullable NumberId number, @Nullable BigDecimal amount) {
        Condition it = number == null ? BUDGET.NUMBER_ID.isNull() : BUDGET.NUMBER_ID.eq(number);
        if (amount == null) {
            db.deleteFrom(BUDGET).where(it).execute();
        } else if (db.update(BUDGET).set(BUDGET.AMOUNT, amount).where(it).execute() == 0) {
            db.insertInto(BUDGET)
                    .set(BUDGET.NUMBER_ID, number)
                    .set(BUDGET.AMOUNT, amount)
                    .execute();
        }
    }
}

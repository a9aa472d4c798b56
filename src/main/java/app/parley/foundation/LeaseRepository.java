package app.parley.foundation;

import static app.parley.db.Tables.LEASE;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds what, by the database's own clock: those of several machines need not agree. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LeaseRepository {

    private final DSLContext db;

    LeaseRepository(DSLContext db) {
        this.db = db;
    }

    enum Taking {
        /** Somebody else may have had it until now. */
        TAKEN,
        RENEWED,
        REFUSED
    }

    /**
     * Takes or renews it.
     *
     * @param anyway takes it even from somebody whose time is not over
     * @return what became of it
     */
    Taking take(String name, String holder, Duration length, boolean anyway) {
        Instant now = now();
        var held = db.select(LEASE.HOLDER, LEASE.UNTIL)
                .from(LEASE)
                .where(LEASE.NAME.eq(name))
                .forUpdate()
                .fetchOne();
        if (held == null) {
            int inserted = db.insertInto(LEASE)
                    .set(LEASE.NAME, name)
                    .set(LEASE.HOLDER, holder)
                    .set(LEASE.UNTIL, now.plus(length))
                    .onDuplicateKeyIgnore()
                    .execute();
            return inserted > 0 ? Taking.TAKEN : Taking.REFUSED;
        }
        boolean ours = held.get(LEASE.HOLDER).equals(holder);
        if (!anyway && !ours && held.get(LEASE.UNTIL).isAfter(now)) {
            return Taking.REFUSED;
        }
        db.update(LEASE)
                .set(LEASE.HOLDER, holder)
                .set(LEASE.UNTIL, now.plus(length))
                .where(LEASE.NAME.eq(name))
                .execute();
        return ours ? Taking.RENEWED : Taking.TAKEN;
    }

    /** Nobody takes it before this transaction has ended. */
    boolean isHeldBy(String name, String holder) {
        return db.select(LEASE.NAME)
                .from(LEASE)
                .where(LEASE.NAME.eq(name))
                .and(LEASE.HOLDER.eq(holder))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    void release(String name, String holder) {
        db.deleteFrom(LEASE)
                .where(LEASE.NAME.eq(name))
                .and(LEASE.HOLDER.eq(holder))
                .execute();
    }

    private Instant now() {
        return db.select(DSL.currentOffsetDateTime()).fetchSingle().value1().toInstant();
    }
}

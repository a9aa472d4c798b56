package app.parley.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** An audit log without a database. */
public final class InMemoryAuditLog extends AuditLog {

    private final List<String> lines = new ArrayList<>();

    public InMemoryAuditLog() {
        super(new AuditRepository(DSL.using(SQLDialect.H2)), Clock.systemUTC());
    }

    @Override
    public void record(AuditAction action, @Nullable Long actor, @Nullable String subject, @Nullable String detail) {
        lines.add(action + " " + actor + " " + subject + " " + detail);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}

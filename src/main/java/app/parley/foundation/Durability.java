package app.parley.foundation;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.springframework.stereotype.Component;

/**
 * Makes what was committed reach the disk before anybody outside is told of it. PostgreSQL does that in the commit; H2
 * writes the file at once (WRITE_DELAY=0) and syncs it here.
 */
@Component
public class Durability {

    private final DSLContext db;
    private final boolean needsSync;

    Durability(DSLContext db) {
        this.db = db;
        this.needsSync = db.dialect().family() == SQLDialect.H2;
    }

    /** Call after the commit, outside any transaction; batch what arrives together, for one sync costs milliseconds. */
    public void sync() {
        if (needsSync) {
            db.execute("checkpoint sync");
        }
    }
}

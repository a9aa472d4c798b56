package app.parley.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses to change the audit log's entries where the database is H2; PostgreSQL has a trigger in its own words. */
public final class OnlyGrows implements Trigger {

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        throw new SQLException("The audit log only grows: entries are neither changed nor deleted");
    }
}

package app.parley.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Keeps a restored Parley from repeating what happened after the backup: what was queued then may have been sent since,
 * so an agent decides whether to send it again; and WhatsApp may know ids of messages that were given out since.
 */
final class DuplicateSendGuard {

    /** More messages than any installation writes between a backup and its restoring. */
    static final long FAR = 10_000_000;

    private DuplicateSendGuard() {}

    /** @param madeAt from when on nothing is known of what was queued */
    static void apply(Connection connection, Instant madeAt) throws SQLException {
        run(
                connection,
                "update message set state = 'UNKNOWN', unknown_at = ?"
                        + " where state = 'QUEUED' and id in (select message_id from outbox)",
                madeAt);
        run(
                connection,
                "insert into unsettled (message_id, since) select o.message_id, ? from outbox o"
                        + " join message m on m.id = o.message_id where m.state = 'UNKNOWN'"
                        + " and not exists (select 1 from unsettled u where u.message_id = o.message_id)",
                madeAt);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from outbox");
            long next = next(statement) + FAR;
            statement.execute("alter sequence message_ids restart with " + next);
        }
    }

    private static long next(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select nextval('message_ids')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}

package app.parley.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Whether a disk takes a backup and leaves the rest of Parley what it needs: a full disk stops more than a backup. */
record DiskSpace(long free, long total) {

    private static final long LEAST = 1L << 30;
    private static final String OF_POSTGRESQL = "select pg_database_size(current_database())";
    private static final String OF_H2 =
            "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'";

    static DiskSpace in(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        return new DiskSpace(store.getUsableSpace(), store.getTotalSpace());
    }

    /** A gigabyte stays, or a twentieth of a small disk. */
    boolean takes(long bytes) {
        return free - bytes >= Math.min(LEAST, total / 20);
    }

    /** In bytes; 0 when it is in memory only. More than what a backup makes of it. */
    static long ofDatabase(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        DatabaseEngine.of(connection) == DatabaseEngine.H2 ? OF_H2 : OF_POSTGRESQL)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}

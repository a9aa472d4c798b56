package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.FreePlace;
import app.parley.ParleyApplication;
import app.parley.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An operator goes back to the Parley of last month, on the database that this month's has used. */
class NewerDatabaseTest {

    private final Path directory = FreePlace.freshDirectory();
    private final String url = TestDatabase.h2Url("file:" + directory + "/parley");

    @Test
    void anOlderParleyLeavesANewerOnesDatabaseAloneAndSaysSo() throws SQLException {
        start();
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                    + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\","
                    + " \"success\") values (9999, '9999', 'of next month', 'SQL', 'V9999__of_next_month.sql', 1, 'it',"
                    + " 1, true)");
        }
        assertThatThrownBy(this::start)
                .satisfies(e -> assertThat(StartFailure.sentence(e))
                        .hasValue(
                                "the database is a newer Parley's, or was changed by hand: start the Parley that used it"
                                        + " last, or restore a backup."));
    }

    private void start() {
        new SpringApplicationBuilder(ParleyApplication.class)
                .run("--server.port=0", "--spring.datasource.url=" + url, "--parley.data-dir=" + directory)
                .close();
    }
}

package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.FreePlace;
import app.parley.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An H2 file with production's settings. What a killed process would leave behind is a copy of the file. */
class DurableTransactionsTest {

    private final Path directory = FreePlace.freshDirectory();
    private final HikariDataSource database = new HikariDataSource();
    private final Durability durability = new Durability(database, new WriteGate());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DurableTransactions(database, durability));
    private final ReplayableTransaction redone =
            new ReplayableTransaction(new DurableTransactions(database, durability));
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @BeforeEach
    void aTable() {
        database.setJdbcUrl(TestDatabase.h2Url("file:" + directory.resolve("live")));
        transaction.executeWithoutResult(
                status -> sql.execute("create table note (id integer primary key, text varchar)"));
    }

    @AfterEach
    void close() {
        durability.stop();
        database.close();
    }

    @Test
    void whoIsToldOfACommitFindsItInTheFile() {
        List<Integer> whenTold = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            note(1);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    whenTold.add(inACopy());
                }
            });
        });
        assertThat(whenTold).containsExactly(1);
        assertThat(inACopy()).isEqualTo(1);
    }

    @Test
    void aCommitTakesAlongWhatWasCommittedBeforeAndIsRedone() {
        redone.executeWithoutResult(status -> note(1));
        transaction.executeWithoutResult(status -> note(2));
        assertThat(inACopy()).isEqualTo(2);
    }

    @Test
    void whatIsRedoneIsInTheFileSoonAfter() {
        durability.start();
        redone.executeWithoutResult(status -> note(1));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(inACopy()).isEqualTo(1));
    }

    @Test
    void manyWhoCommitAtOnceAllFindTheirsInTheFile() throws Exception {
        durability.start();
        List<Future<?>> commits = new ArrayList<>();
        try (ExecutorService agents = Executors.newFixedThreadPool(8)) {
            for (int n = 1; n <= 400; n++) {
                int id = n;
                commits.add(agents.submit(() -> transaction.executeWithoutResult(status -> note(id))));
            }
        }
        for (Future<?> commit : commits) {
            commit.get();
        }
        assertThat(inACopy()).isEqualTo(400);
    }

    @Test
    void theFileBecomesSmallOnceNobodyIsBusyWithIt() throws IOException {
        durability.start();
        for (int n = 1; n <= 1500; n++) {
            int id = n;
            transaction.executeWithoutResult(status -> {
                note(id);
                sql.update("update note set text = ? where id <= ?", "changed ".repeat(20), id % 300);
            });
        }
        long grown = size();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(size()).isLessThan(grown / 4));
        durability.stop();
        assertThat(inACopy()).isEqualTo(1500);
    }

    private void note(int id) {
        sql.update("insert into note values (?, ?)", id, "text ".repeat(20));
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("live.mv.db"));
    }

    /** The notes that a process killed this moment would leave. */
    private @Nullable Integer inACopy() {
        try {
            Files.write(directory.resolve("copy.mv.db"), Files.readAllBytes(directory.resolve("live.mv.db")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new JdbcTemplate(new DriverManagerDataSource(TestDatabase.h2Url("file:" + directory.resolve("copy"))))
                .queryForObject("select count(*) from note", Integer.class);
    }
}

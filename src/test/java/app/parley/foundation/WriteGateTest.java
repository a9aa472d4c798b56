package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.FreePlace;
import app.parley.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An H2 file with production's settings, several statements, and somebody who waits for the disk. */
@Timeout(30)
public class WriteGateTest {

    private static volatile @Nullable Runnable inTheMiddle;

    private final Path directory = FreePlace.freshDirectory();
    private final HikariDataSource database = new HikariDataSource();
    private final WriteGate gate = new WriteGate();
    private final Durability durability = new Durability(database, gate);
    private final DurableTransactions transactions = new DurableTransactions(database, durability);
    private final TransactionTemplate durable = new TransactionTemplate(transactions);
    private final ReplayableTransaction redone = new ReplayableTransaction(transactions);
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void aNote() {
        database.setJdbcUrl(TestDatabase.h2Url("file:" + directory.resolve("live")));
        GatedDatabase.lead(database, gate);
        sql.execute("create alias middle for '" + WriteGateTest.class.getName() + ".middle'");
        sql.execute("create table note (id integer primary key, text varchar)");
        sql.update("insert into note values (1, 'first')");
    }

    @AfterEach
    void close() {
        inTheMiddle = null;
        threads.shutdownNow();
        durability.stop();
        database.close();
    }

    /** Called by the database, while it works on a statement. */
    public static String middle() {
        Objects.requireNonNull(inTheMiddle).run();
        return "changed";
    }

    @Test
    void theFileIsNotWrittenInTheMiddleOfAStatement() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        inTheMiddle = () -> {
            begun.countDown();
            await().until(gate::isWaitedFor);
            order.add("changed");
        };
        Future<?> change = threads.submit(() ->
                redone.executeWithoutResult(status -> sql.update("update note set text = middle() where id = 1")));
        await().until(() -> begun.getCount() == 0 || change.isDone());
        durable.executeWithoutResult(status -> sql.queryForObject("select count(*) from note", Integer.class));
        order.add("written");
        change.get();
        assertThat(order).containsExactly("changed", "written");
    }

    @Test
    void whatIsNotSyncedIsWrittenBetweenStatementsBeforeItIsSoMuchThatH2WouldDoItInTheMiddleOfOne() throws Exception {
        durable.executeWithoutResult(status -> sql.update("update note set text = 'synced' where id = 1"));
        List<Double> unwritten = new ArrayList<>();
        for (int n = 2; n <= 400; n++) {
            int id = n;
            redone.executeWithoutResult(
                    status -> sql.update("insert into note values (?, ?)", id, "text ".repeat(20_000)));
            unwritten.add(unwritten());
        }
        assertThat(unwritten).anyMatch(part -> part > 0.4).allMatch(part -> part < 0.6);
        assertThat(Files.size(directory.resolve("live.mv.db"))).isGreaterThan(200 * 100_000);
    }

    @Test
    void nobodyChangesAnythingWhileMuchIsCommitted() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        List<Future<?>> others = new ArrayList<>();
        gate.alone(() -> {
            others.add(threads.submit(() -> {
                sql.update("update note set text = 'changed' where id = 1");
                order.add("changed");
            }));
            await().until(gate::isWaitedFor);
            order.add("committed");
        });
        others.getFirst().get();
        assertThat(order).containsExactly("committed", "changed");
    }

    @Test
    void whatIsRedoneIsCommittedAndTakenBackAlone() {
        List<String> acts = new ArrayList<>();
        WriteGate watched = new WriteGate() {
            @Override
            void alone(Runnable act) {
                acts.add("alone");
                super.alone(act);
            }
        };
        TransactionTemplate watchedOnes =
                new ReplayableTransaction(new DurableTransactions(database, new Durability(database, watched)));
        watchedOnes.executeWithoutResult(status -> sql.update("update note set text = 'kept' where id = 1"));
        assertThat(acts).containsExactly("alone");
        watchedOnes.executeWithoutResult(status -> {
            sql.update("update note set text = 'taken back' where id = 1");
            status.setRollbackOnly();
        });
        assertThat(acts).containsExactly("alone", "alone");
        assertThat(sql.queryForObject("select text from note", String.class)).isEqualTo("kept");
    }

    /** Of what H2 keeps to itself before it writes, 1 being all. */
    private double unwritten() throws SQLException {
        try (Connection connection = database.getConnection()) {
            MVStore store = ((SessionLocal)
                            connection.unwrap(JdbcConnection.class).getSession())
                    .getDatabase()
                    .getStore()
                    .getMvStore();
            return (double) store.getUnsavedMemory() / store.getAutoCommitMemory();
        }
    }

    @Test
    void whoWaitsForARowKeepsNobodyFromTheDisk() throws Exception {
        Future<?> waiting = durable.execute(status -> {
            sql.update("update note set text = 'mine' where id = 1");
            CountDownLatch begun = new CountDownLatch(1);
            Future<?> other = threads.submit(() -> redone.executeWithoutResult(another -> {
                begun.countDown();
                sql.update("update note set text = 'theirs' where id = 1");
            }));
            await().until(() -> begun.getCount() == 0);
            Future<?> disk = threads.submit(
                    () -> durable.executeWithoutResult(third -> sql.update("insert into note values (2, 'second')")));
            await().atMost(Duration.ofSeconds(5)).until(disk::isDone);
            sql.update("update note set text = 'still mine' where id = 1");
            return other;
        });
        Objects.requireNonNull(waiting).get();
        assertThat(sql.queryForList("select text from note order by id", String.class))
                .containsExactly("theirs", "second");
    }
}

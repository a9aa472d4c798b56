package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.FreePlace;
import app.parley.ParleyApplication;
import app.parley.SignedWebhook;
import app.parley.TestDatabase;
import app.parley.billing.Reconciliation;
import app.parley.media.MediaFiles;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was acknowledged before a backup began is there after restoring it, while a hundred messages a second come in. */
@Tag("database")
class BackupTest {

    private static final Pattern ID = Pattern.compile("wamid\\.backup-\\d+");

    /** What is queued in a backup is an agent's to decide after restoring it. */
    private static final Set<String> CALMED = Set.of("message", "outbox", "unsettled");

    private static final int TIMES = Integer.getInteger("backup.times", 5);

    private final Path data = FreePlace.freshDirectory();
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = start(data, TestDatabase.freshUrl(data));
        application
                .getBean(Numbers.class)
                .keep(WritingCustomers.ACCOUNT, WritingCustomers.NUMBER, "+1 555 010 4422", "Bakery");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void nothingAcknowledgedBeforeABackupIsMissingAfterRestoringIt() throws Exception {
        String digest = aFileThatAMessageCarries();
        aQueuedReply();
        Path restoredInto = data;
        String restoredUrl = "";
        try (WritingCustomers customers = new WritingCustomers(port(application))) {
            for (int time = 1; time <= TIMES; time++) {
                int enough = 150 * time;
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> customers.acknowledged().size() >= enough);
                Set<String> acknowledged = customers.acknowledged();
                Path file = backup();

                restoredInto = FreePlace.freshDirectory();
                restoredUrl = TestDatabase.freshUrl(restoredInto);
                try (HikariDataSource empty = database(restoredUrl)) {
                    Manifest manifest = restore(empty, restoredInto).from(file);
                    assertThat(kept(empty)).containsAll(acknowledged);
                    assertThat(checksumsOf(empty))
                            .containsAllEntriesOf(checksumsIn(file, manifest).entrySet().stream()
                                    .filter(table -> !CALMED.contains(table.getKey()))
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
                    nothingQueuedIsSentAgain(empty);
                }
                assertThat(restoredInto.resolve("media/" + digest.substring(0, 2) + "/" + digest))
                        .hasContent("Croissants");
                System.out.printf("Backup %d: %d acknowledged before, all there after%n", time, acknowledged.size());
            }
        }
        whatWasRestoredGoesOn(restoredInto, restoredUrl);
    }

    /** Ids go on from where they were, the ledger agrees with the messages and only grows. */
    private static void whatWasRestoredGoesOn(Path data, String url) throws Exception {
        try (ConfigurableApplicationContext restored = start(data, url);
                HttpClient http = HttpClient.newHttpClient()) {
            JdbcTemplate database = restored.getBean(JdbcTemplate.class);
            String body = SignedWebhook.text(
                    WritingCustomers.ACCOUNT,
                    WritingCustomers.NUMBER,
                    "16505559999",
                    "New",
                    "wamid.after",
                    Instant.now(),
                    "After");
            assertThat(http.send(
                                    SignedWebhook.sign(body, WritingCustomers.SECRET)
                                            .to("http://localhost:" + port(restored)),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(database.queryForObject(
                                    "select count(*) from message where ref = 'wamid.after'", Long.class))
                            .isOne());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(database.queryForObject(
                                    "select count(*) from journal where state = 'RECEIVED'", Long.class))
                            .isZero());
            long admin = Objects.requireNonNull(database.queryForObject("select min(id) from agent", Long.class));
            assertThat(restored.getBean(Reconciliation.class)
                            .run(new AgentId(admin))
                            .agrees())
                    .isTrue();
            assertThatThrownBy(() -> database.update("update ledger_entry set amount = 0"))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private Path backup() {
        Backups backups = application.getBean(Backups.class);
        BackupProgress made = backups.run();
        assertThat(made.trouble()).isNull();
        return backups.find(String.valueOf(made.made())).orElseThrow();
    }

    private String aFileThatAMessageCarries() throws Exception {
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("Croissants".getBytes(StandardCharsets.UTF_8)));
        Path file = data.resolve("media/" + digest.substring(0, 2) + "/" + digest);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Croissants");
        JdbcTemplate database = application.getBean(JdbcTemplate.class);
        database.update("insert into customer (wa_id, name) values ('1', 'Marta')");
        database.update("insert into conversation (number_id, customer_id, last_at)"
                + " select n.id, c.id, current_timestamp from number n cross join customer c");
        database.update("insert into message (conversation_id, number_id, direction, kind, at, received_at)"
                + " select id, number_id, 'INBOUND', 'SYSTEM', current_timestamp, current_timestamp from conversation");
        database.update("insert into attachment (message_id, state, digest) select id, 'KEPT', ? from message", digest);
        assertThat(application.getBean(MediaFiles.class).file(digest)).isPresent();
        return digest;
    }

    /** Of a paused number, so that it is still queued when the backup is made. */
    private void aQueuedReply() {
        JdbcTemplate database = application.getBean(JdbcTemplate.class);
        database.update("update number set paused = true");
        database.update("insert into message (conversation_id, number_id, direction, kind, state, at, received_at)"
                + " select id, number_id, 'OUTBOUND', 'TEXT', 'QUEUED', current_timestamp, current_timestamp"
                + " from conversation where id = (select min(id) from conversation)");
        database.update("insert into outbox (message_id, conversation_id, number_id, state, due_at)"
                + " select id, conversation_id, number_id, 'WAITING', at from message where state = 'QUEUED'");
    }

    private static void nothingQueuedIsSentAgain(DataSource restored) {
        JdbcTemplate database = new JdbcTemplate(restored);
        assertThat(database.queryForObject("select count(*) from outbox", Long.class))
                .isZero();
        assertThat(database.queryForObject(
                        "select count(*) from message m join unsettled u on u.message_id = m.id"
                                + " where m.state = 'UNKNOWN' and m.unknown_at is not null",
                        Long.class))
                .isOne();
        assertThat(database.queryForObject("select nextval('message_ids') - max(id) from message", Long.class))
                .isGreaterThan(9_999_999L);
    }

    private static Set<String> kept(DataSource database) {
        Set<String> kept = new HashSet<>();
        new JdbcTemplate(database).query("select body from journal", row -> {
            Matcher id = ID.matcher(new String(row.getBytes(1), StandardCharsets.UTF_8));
            while (id.find()) {
                kept.add(id.group());
            }
        });
        return kept;
    }

    /** Of every table, as if it were put into a backup again. */
    private static Map<String, String> checksumsOf(DataSource database) throws Exception {
        Map<String, String> checksums = new TreeMap<>();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Table table : new Schema(connection).tables()) {
                MessageDigest sha256 = Sha256.digest();
                TableJsonLines.write(
                        connection, table, new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
                checksums.put(table.name(), HexFormat.of().formatHex(sha256.digest()));
            }
            connection.rollback();
        }
        return checksums;
    }

    private static Map<String, String> checksumsIn(Path file, Manifest manifest) throws Exception {
        Map<String, String> checksums = new TreeMap<>();
        try (BackupFile backup = BackupFile.open(file)) {
            for (Manifest.Rows table : manifest.tables()) {
                MessageDigest sha256 = Sha256.digest();
                try (var in = backup.content("tables/" + table.table() + ".jsonl")) {
                    checksums.put(table.table(), HexFormat.of().formatHex(sha256.digest(in.readAllBytes())));
                }
            }
        }
        return checksums;
    }

    static Restore restore(DataSource database, Path into) throws Exception {
        return new Restore(
                database, into, false, List.of("classpath:db/migration/common", "classpath:db/migration/{vendor}"));
    }

    static HikariDataSource database(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(4);
        return database;
    }

    private static ConfigurableApplicationContext start(Path data, String url) {
        return new SpringApplicationBuilder(ParleyApplication.class)
                .run(
                        "--server.port=0",
                        "--parley.data-dir=" + data,
                        "--spring.datasource.url=" + url,
                        "--parley.admin.email=carla@bonita.example",
                        "--parley.admin.password=two croissants",
                        "--parley.whatsapp.business-account-id=" + WritingCustomers.ACCOUNT,
                        "--parley.whatsapp.access-token=token",
                        "--parley.whatsapp.app-secret=" + WritingCustomers.SECRET,
                        "--parley.whatsapp.verify-token=verify",
                        "--parley.whatsapp.graph-url=http://localhost:1/");
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}

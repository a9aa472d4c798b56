package app.parley.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.SignedWebhook;
import app.parley.billing.Reconciliation;
import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Conversations;
import app.parley.conversations.Filter;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer asks for what we have of them, or to be forgotten; and messages that are kept for some days only. */
@DatabaseTest
class PrivacyTest {

    private static final String JONAS = "491701234567";
    private static final String DIGEST = "ab".repeat(32);

    @Autowired
    private Given given;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Exports exports;

    @Autowired
    private Retention retention;

    @Autowired
    private Journal journal;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${parley.data-dir}")
    private Path data;

    private AgentId carla;
    private NumberId bakery;

    @BeforeEach
    void prepare() {
        carla = given.admin("Carla");
        bakery = given.pausedNumber(Given.BAKERY);
    }

    @Test
    void whoIsErasedIsNowhereAndWhatTheyCostStays() {
        arrives(Given.MARTA, "Marta Gil", "wamid.marta-1", "My secret address");
        arrives(JONAS, "Jonas Weber", "wamid.jonas-1", "Two baguettes please");
        ConversationId marta = given.conversation(bakery, Given.MARTA);
        conversations.reply(carla, marta, "An answer for Marta only", "key-1");
        conversations.draft(carla, marta, "A draft about it");
        carriesAFile(marta);
        long entries = count("ledger_entry");

        assertThat(erasures.erase(carla, marta)).isTrue();
        assertThat(names(Filter.ALL)).containsExactly("Jonas Weber");
        assertThat(names(Filter.ARCHIVED)).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> count("erasure where done_at is null") == 0);

        EverythingStored stored = new EverythingStored(database);
        for (String word : List.of(
                Given.MARTA, "Marta", "wamid.marta-1", "secret address", "answer for", "A draft about", DIGEST)) {
            assertThat(stored.tablesWith(word).stream()
                            .filter(table -> !table.equals("unwanted_file"))
                            .toList())
                    .as(word)
                    .isEmpty();
        }
        assertThat(stored.tablesWith("Two baguettes")).contains("message", "journal");
        assertThat(count("ledger_entry")).isEqualTo(entries);
        assertThat(reconciliation.run(carla).sample()).isEmpty();
        assertThat(count("audit_entry where action = 'CUSTOMER_ERASED'")).isOne();
    }

    @Test
    void anErasedMessageThatIsToldOnceMoreDoesNotComeBackButTheCustomerMay() {
        arrives(Given.MARTA, "Marta Gil", "wamid.marta-1", "Hello");
        erasures.erase(carla, given.conversation(bakery, Given.MARTA));
        await().atMost(Duration.ofSeconds(20)).until(() -> count("erasure where done_at is null") == 0);

        arrives(Given.MARTA, "Marta Gil", "wamid.marta-1", "Hello");
        assertThat(count("message")).isZero();
        assertThat(names(Filter.ALL)).isEmpty();

        arrives(Given.MARTA, "Marta Gil", "wamid.marta-2", "It is me again");
        assertThat(names(Filter.ALL)).containsExactly("Marta Gil");
        assertThat(count("message")).isOne();
    }

    @Test
    void whoWritesWhileTheyAreErasedIsSomebodyNew() {
        arrives(Given.MARTA, "Marta Gil", "wamid.marta-1", "Hello");
        ConversationId marta = given.conversation(bakery, Given.MARTA);
        conversations.reply(carla, marta, "It waits", "key-1");

        transaction.executeWithoutResult(status -> {
            assertThat(erasures.erase(carla, marta)).isTrue();
            assertThat(count("outbox")).isZero();
            keep(Given.MARTA, "Marta Gil", "wamid.marta-2", "Still there?");
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> count("erasure where done_at is null") == 0);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(Filter.ALL)).containsExactly("Marta Gil"));

        assertThat(database.queryForList("select text from message", String.class))
                .containsExactly("Still there?");
        assertThat(count("customer where erased_at is not null and wa_id is not null"))
                .isZero();
        assertThat(new EverythingStored(database).tablesWith("Still there?")).contains("journal");
    }

    @Test
    void anAdminOfOneNumberTakesACopyOfWhatWasSaidThereOnlyEvenWhenItIsDisabled() throws IOException {
        NumberId catering = given.pausedNumber(Given.CATERING);
        given.writes(bakery, Given.MARTA, "To the bakery");
        ConversationId there = given.writes(catering, Given.MARTA, "To the catering");
        AgentId dora = given.admin("Dora");
        database.update("update agent set all_numbers = false where id = ?", dora.value());
        database.update("insert into agent_number (agent_id, number_id) values (?, ?)", dora.value(), catering.value());
        database.update("update number set enabled = false where id = ?", catering.value());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(exports.begin(dora, there).orElseThrow(), out);
        assertThat(unzip(out.toByteArray()).get("messages.html"))
                .contains("To the catering")
                .doesNotContain("To the bakery");
        assertThat(exports.begin(dora, given.conversation(bakery, Given.MARTA))).isEmpty();
    }

    @Test
    void nobodyButAnAdminErasesOrTakesACopy() {
        arrives(Given.MARTA, "Marta Gil", "wamid.marta-1", "Hello");
        ConversationId marta = given.conversation(bakery, Given.MARTA);
        AgentId ben = given.agent("Ben");

        assertThat(erasures.erase(ben, marta)).isFalse();
        assertThat(exports.begin(ben, marta)).isEmpty();
        assertThat(exports.begin(carla, new ConversationId(4711))).isEmpty();
        assertThat(count("message")).isOne();
    }

    @Test
    void aCopyHasEverythingInItAndRunsNothing() throws IOException {
        arrives(Given.MARTA, "Marta <b>Gil</b>", "wamid.marta-1", "<script>alert(1)</script>");
        ConversationId marta = given.conversation(bakery, Given.MARTA);
        conversations.reply(carla, marta, "Good morning", "key-1");
        carriesAFile(marta);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(exports.begin(carla, marta).orElseThrow(), out);
        Map<String, String> parts = unzip(out.toByteArray());

        assertThat(parts.keySet()).anyMatch(name -> name.matches("files/\\d+\\.png"));
        assertThat(parts.get("messages.html"))
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "Marta &lt;b&gt;Gil&lt;/b&gt;",
                        "Good morning",
                        "+" + Given.MARTA)
                .doesNotContain("<script", "<b>");
        assertThat(parts.get("messages.json")).contains("\"text\":\"Good morning\"", "\"agent\":\"Carla\"");
        assertThat(count("audit_entry where action = 'CUSTOMER_EXPORTED'")).isOne();
    }

    @Test
    void messagesOlderThanTheirNumberKeepsThemGoAndWhatTheyCostStays() {
        given.writes(bakery, Given.MARTA, "Long ago");
        given.writes(bakery, JONAS, "Long ago, too");
        clock.advance(Duration.ofDays(8));
        given.writes(bakery, JONAS, "Today");
        long entries = count("ledger_entry");

        retention.deleteOld();
        assertThat(count("message")).isEqualTo(3);

        numbers.retention(bakery, 7);
        retention.deleteOld();
        assertThat(database.queryForList("select text from message", String.class))
                .containsExactly("Today");
        assertThat(count("ledger_entry")).isEqualTo(entries);
        assertThat(reconciliation.run(carla).sample()).isEmpty();
        assertThat(given.list(carla, Filter.ALL))
                .extracting(ConversationRow::unseen, ConversationRow::waiting)
                .containsExactly(tuple(1, true), tuple(0, false));
    }

    @Test
    void anEntryWhoseMessageIsGoneWithoutHavingBeenErasedIsADifference() {
        given.writes(bakery, Given.MARTA, "Hello");
        database.update("update conversation set last_message_id = null");
        database.update("delete from unseen");
        database.update("delete from message");
        assertThat(reconciliation.run(carla).sample()).anyMatch(line -> line.startsWith("WITHOUT_MESSAGE"));
    }

    private void keep(String waId, String name, String id, String text) {
        Instant now = clock.instant();
        journal.keep(
                        SignedWebhook.text(Given.ACCOUNT, Given.BAKERY, waId, name, id, now, text)
                                .getBytes(StandardCharsets.UTF_8),
                        Set.of(Given.ACCOUNT))
                .join();
    }

    private void arrives(String waId, String name, String id, String text) {
        keep(waId, name, id, text);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> journal.counts().getOrDefault(JournalState.RECEIVED, 0) == 0);
    }

    private void carriesAFile(ConversationId conversation) {
        try {
            Path file = data.resolve("media").resolve("ab").resolve(DIGEST);
            Files.createDirectories(data.resolve("media").resolve("ab"));
            Files.writeString(file, "A picture of a croissant");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        database.update(
                "insert into attachment (message_id, state, digest, content_type)"
                        + " select min(id), 'KEPT', ?, 'image/png' from message where conversation_id = ?",
                DIGEST,
                conversation.value());
    }

    private List<String> names(Filter filter) {
        return given.list(carla, filter).stream()
                .map(ConversationRow::customerName)
                .toList();
    }

    private long count(String what) {
        Long count = database.queryForObject("select count(*) from " + what, Long.class);
        return count == null ? 0 : count;
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

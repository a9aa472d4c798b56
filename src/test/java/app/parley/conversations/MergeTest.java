package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An admin says that two customers are one person. */
@DatabaseTest
class MergeTest {

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MaintenanceQueries maintenance;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    private int count;

    NumberId bakery;
    NumberId catering;
    AgentId carla;
    AgentId ben;

    /** Marta wrote to the bakery under her phone number, then under her user id; to the catering only the latter. */
    @BeforeEach
    void martaIsTwo() {
        bakery = given.pausedNumber(Given.BAKERY);
        catering = given.pausedNumber(Given.CATERING);
        carla = given.admin("Carla");
        ben = given.agent("Ben");
        given.writes(bakery, MARTA, "One");
        clock.advance(Duration.ofHours(1));
        hidden(bakery, "Two");
        hidden(catering, "Catered");
        clock.advance(Duration.ofHours(1));
        given.writes(bakery, MARTA, "Three");
        both();
    }

    @Test
    void allMessagesStandInTheOlderConversationByTheirTime() {
        ConversationId older = given.conversation(bakery, MARTA);
        merge();
        assertThat(given.list(ben, Filter.ALL)).hasSize(2);
        assertThat(bubbles(older)).containsExactly("One", "Two", "Three", "Both");
        assertThat(row(bakery).unseen()).isEqualTo(4);
        assertThat(row(bakery).preview()).extracting(Preview::text).isEqualTo("Both");
        assertThat(row(bakery).waiting()).isTrue();
        assertThat(row(bakery).sessionEndsAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(bubbles(row(catering).id())).containsExactly("Catered");
        assertThat(maintenance.conflicts(9)).isEmpty();
    }

    @Test
    void whateverComesNextFromEitherIsInThatOneConversation() {
        merge();
        clock.advance(Duration.ofHours(1));
        given.writes(bakery, MARTA, "From my number");
        hidden(bakery, "Without my number");
        both();
        assertThat(given.list(ben, Filter.ALL)).hasSize(2);
        assertThat(bubbles(given.conversation(bakery, MARTA)))
                .endsWith("Both", "From my number", "Without my number", "Both");
        assertThat(maintenance.conflicts(9)).isEmpty();
        assertThat(database.queryForList("select user_id, wa_id, phone from customer"))
                .singleElement()
                .satisfies(customer -> assertThat(customer)
                        .containsEntry("user_id", "ES.1")
                        .containsEntry("wa_id", MARTA)
                        .containsEntry("phone", "+" + MARTA));
    }

    @Test
    void repliesDraftsAndWhatWaitsToBeSentComeAlong() {
        ConversationId newer = hiddenIn(bakery);
        conversations.reply(ben, newer, "Hi Marta", "key-1");
        conversations.draft(ben, newer, "to the newer");
        conversations.draft(ben, given.conversation(bakery, MARTA), "to the older");
        conversations.draft(carla, newer, "Carla's own");
        merge();
        ConversationId one = given.conversation(bakery, MARTA);
        assertThat(bubbles(one)).contains("Hi Marta");
        assertThat(inbox.header(ben, one).orElseThrow().draft()).isEqualTo("to the older\nto the newer");
        assertThat(inbox.header(carla, one).orElseThrow().draft()).isEqualTo("Carla's own");
        assertThat(database.queryForObject("select conversation_id from outbox", Long.class))
                .isEqualTo(one.value());
        assertThat(inbox.header(ben, newer)).isEmpty();
    }

    @Test
    void itIsArchivedOnlyIfBothWereAndThatCannotBeUndoneForOneHalf() {
        List<ArchivingId> archivings = conversations.archive(ben, List.of(given.conversation(bakery, MARTA)));
        merge();
        assertThat(row(bakery).archived()).isFalse();
        assertThat(row(bakery).unseen()).isEqualTo(1);
        assertThat(inbox.header(ben, row(bakery).id()).orElseThrow().isOpenAt(clock.instant()))
                .isTrue();
        assertThat(conversations.undo(ben, archivings)).isZero();
    }

    @Test
    void bothArchivedIsArchived() {
        conversations.archive(ben, List.of(given.conversation(bakery, MARTA), hiddenIn(bakery)));
        merge();
        assertThat(given.list(ben, Filter.ARCHIVED)).hasSize(1);
        assertThat(bubbles(given.conversation(bakery, MARTA))).hasSize(4);
    }

    @Test
    void whoElseMayBeThemIsStillInQuestionOnce() {
        database.update("insert into customer (user_id, name) values ('ES.3', 'Third')");
        database.update("insert into customer_conflict (customer_id, other_customer_id, found_at)"
                + " select a.id, b.id, current_timestamp from customer a, customer b"
                + " where b.name = 'Third' and a.id <> b.id");
        assertThat(maintenance.conflicts(9)).hasSize(3);
        merge();
        assertThat(maintenance.conflicts(9))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.otherName()).isEqualTo("Third"));
    }

    @Test
    void onlyAnAdminDecides() {
        long conflict = maintenance.conflicts(9).getFirst().id();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> maintenance.merge(conflict, ben));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> maintenance.settle(conflict, ben));
        assertThat(maintenance.conflicts(9)).hasSize(1);
    }

    @Test
    void whatIsSettledOrGoneIsNotMerged() {
        long conflict = maintenance.conflicts(9).getFirst().id();
        maintenance.settle(conflict, carla);
        maintenance.merge(conflict, carla);
        maintenance.merge(4711, carla);
        assertThat(given.list(ben, Filter.ALL)).hasSize(3);
    }

    private void merge() {
        maintenance.merge(maintenance.conflicts(9).getFirst().id(), carla);
    }

    /** The message by which it turns out. */
    private void both() {
        given.receive(bakery, message("Both").replaceFirst("\\{", "{\"from\":\"" + MARTA + "\","));
    }

    private void hidden(NumberId number, String text) {
        given.receive(number, message(text));
    }

    private String message(String text) {
        return "{\"from_user_id\":\"ES.1\",\"id\":\"wamid.h%d\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(++count, clock.instant().getEpochSecond(), text);
    }

    private ConversationId hiddenIn(NumberId number) {
        return new ConversationId(java.util.Objects.requireNonNull(database.queryForObject(
                "select v.id from conversation v join customer c on c.id = v.customer_id"
                        + " where v.number_id = ? and c.wa_id is null",
                Long.class,
                number.value())));
    }

    private ConversationRow row(NumberId number) {
        return given.list(ben, Filter.ALL).stream()
                .filter(row -> row.numberId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<@Nullable String> bubbles(ConversationId conversation) {
        return inbox.open(ben, conversation, 50).messages().stream()
                .<@Nullable String>map(ChatMessage::text)
                .toList();
    }
}

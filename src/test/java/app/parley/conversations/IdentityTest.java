package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.IdentityChange;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who writes: the same person stays the same customer, under whatever number or id they go on. */
@DatabaseTest
class IdentityTest {

    private static final Instant NOW = MutableClock.START;
    private static final String NEW_NUMBER = "34699000111";

    @Autowired
    Given given;

    @Autowired
    Receiving receiving;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MaintenanceQueries maintenance;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    NumberId number;
    AgentId carla;

    @BeforeEach
    void aNumberAndAnAgent() {
        clock.set(NOW.plusSeconds(60)); // So that no message is from the future.
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
    }

    @Test
    void aCustomerWhoChangesTheirNumberGoesOnInTheSameConversation() {
        text("a", MARTA, null, 1);
        changedNumber("user_changed_number", "wa_id", 2);
        text("b", NEW_NUMBER, null, 3);
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.customerName()).isEqualTo("+" + NEW_NUMBER));
        assertThat(bubbles(rows().getFirst().id())).containsExactly("a", "changed", "b");
    }

    @Test
    void theOlderSpellingsOfThatNoticeSayTheSame() {
        text("a", MARTA, null, 1);
        changedNumber("customer_changed_number", "new_wa_id", 2);
        assertThat(customers()).singleElement().satisfies(who -> assertThat(who).containsEntry("wa_id", NEW_NUMBER));
    }

    @Test
    void theNoticeTwiceOrAfterTheyHaveGoneOnChangesNothingMore() {
        text("a", MARTA, "ES.1", 1);
        changedNumber("user_changed_number", "wa_id", 2);
        text("b", "34699000222", "ES.1", 5);
        changedNumber("user_changed_number", "wa_id", 2);
        message(
                "{\"from\":\"%s\",\"from_user_id\":\"ES.1\",\"id\":\"wamid.late\",\"timestamp\":\"%d\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"%s\"}}"
                        .formatted(MARTA, NOW.plusSeconds(3).getEpochSecond(), NEW_NUMBER));
        assertThat(customers()).singleElement().satisfies(who -> assertThat(who).containsEntry("wa_id", "34699000222"));
    }

    @Test
    void aMessageFromTheNewNumberBeforeTheNoticeIsTheSameCustomersWhenTheUserIdSaysSo() {
        text("a", MARTA, "ES.1", 1);
        text("b", NEW_NUMBER, "ES.1", 3);
        changedNumber("user_changed_number", "wa_id", 2);
        assertThat(rows()).hasSize(1);
        assertThat(maintenance.conflicts(9)).isEmpty();
    }

    @Test
    void aMessageFromTheNewNumberBeforeTheNoticeIsAConflictWhenNothingElseTells() {
        text("a", MARTA, null, 1);
        text("b", NEW_NUMBER, null, 3);
        changedNumber("user_changed_number", "wa_id", 2);
        assertThat(rows()).hasSize(2);
        assertThat(maintenance.conflicts(9)).hasSize(1);
    }

    @Test
    void whatComesLateSaysWhoTheyWereNotWhoTheyAre() {
        text("a", MARTA, "ES.1", 1);
        text("c", NEW_NUMBER, "ES.1", 3);
        text("b", MARTA, "ES.1", 2);
        assertThat(customers()).singleElement().satisfies(who -> assertThat(who).containsEntry("wa_id", NEW_NUMBER));
        assertThat(bubbles(rows().getFirst().id())).containsExactly("a", "b", "c");
    }

    @Test
    void aNoticeOfSomebodyUnknownMakesThemKnownUnderTheirNewNumber() {
        changedNumber("user_changed_number", "wa_id", 2);
        text("b", NEW_NUMBER, null, 3);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aNewUserIdIsTheSameCustomers() {
        text("a", MARTA, "ES.1", 1);
        receiving.moved(new IdentityChange("ES.1", null, "ES.2", null, NOW.plusSeconds(2)), NOW);
        receiving.moved(new IdentityChange("ES.1", null, "ES.2", null, NOW.plusSeconds(2)), NOW);
        receiving.moved(new IdentityChange("ES.404", null, "ES.405", null, NOW.plusSeconds(2)), NOW);
        text("b", null, "ES.2", 3);
        assertThat(rows()).hasSize(1);
        assertThat(customers()).singleElement().satisfies(who -> assertThat(who).containsEntry("user_id", "ES.2"));
    }

    @Test
    void theNoticeOfANewUserIdIsUnderstoodToo() {
        text("a", MARTA, "ES.1", 1);
        message(
                "{\"from_user_id\":\"ES.1\",\"id\":\"wamid.n\",\"timestamp\":\"%d\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_user_id\",\"user_id\":\"ES.2\"}}"
                        .formatted(NOW.plusSeconds(2).getEpochSecond()));
        assertThat(customers()).singleElement().satisfies(who -> assertThat(who).containsEntry("user_id", "ES.2"));
    }

    @Test
    void aUserIdWhereThePhoneNumberBelongsIsOne() {
        message(
                "{\"from\":\"ES.1\",\"id\":\"wamid.x\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}"
                        .formatted(NOW.getEpochSecond()));
        text("b", null, "ES.1", 3);
        assertThat(customers()).singleElement().satisfies(who -> {
            assertThat(who).containsEntry("user_id", "ES.1");
            assertThat(who.get("phone")).isNull();
        });
    }

    @Test
    void twoKnownCustomersThatTurnOutToBeOneAreLeftToAnAdminAndTheNumberTellsWhere() {
        text("a", MARTA, null, 1);
        text("b", null, "ES.1", 2);
        text("c", MARTA, "ES.1", 3);
        text("d", MARTA, "ES.1", 4);
        assertThat(maintenance.conflicts(9)).hasSize(1);
        assertThat(rows()).hasSize(2);
        assertThat(bubbles(given.conversation(number, MARTA))).containsExactly("a", "c", "d");
    }

    private void text(String text, @Nullable String from, @Nullable String userId, int second) {
        message("{%s%s\"id\":\"wamid.%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(
                        from == null ? "" : "\"from\":\"" + from + "\",",
                        userId == null ? "" : "\"from_user_id\":\"" + userId + "\",",
                        text,
                        NOW.plusSeconds(second).getEpochSecond(),
                        text));
    }

    private void changedNumber(String type, String field, int second) {
        message(
                "{\"from\":\"%s\",\"id\":\"wamid.notice\",\"timestamp\":\"%d\",\"type\":\"system\",\"system\":{\"body\":\"changed\",\"type\":\"%s\",\"%s\":\"%s\"}}"
                        .formatted(MARTA, NOW.plusSeconds(second).getEpochSecond(), type, field, NEW_NUMBER));
    }

    private void message(String message) {
        given.receive(number, message);
    }

    private List<ConversationRow> rows() {
        return given.list(carla, Filter.ALL);
    }

    private List<@Nullable String> bubbles(ConversationId conversation) {
        return inbox.open(carla, conversation, 50).messages().stream()
                .<@Nullable String>map(ChatMessage::text)
                .toList();
    }

    private List<Map<String, @Nullable Object>> customers() {
        return database.queryForList("select * from customer");
    }
}

package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.GraphError;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What WhatsApp says became of our messages, in whatever order it says so. */
@DatabaseTest
class StatusTest {

    private static final Instant NOW = MutableClock.START;

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    NumberId number;
    AgentId carla;
    ConversationId marta;
    MessageId reply;

    @BeforeEach
    void carlaHasReplied() {
        number = given.pausedNumber(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofMinutes(1));
        reply = conversations.reply(carla, marta, "Hi Marta", "key-1");
    }

    @Test
    void eachStateHasTheEarliestOfItsTimesInWhateverOrderTheyCome() {
        deliveries.accepted(reply, "wamid.OUT");
        status("read", 40, "");
        status("sent", 12, "");
        status("sent", 11, "");
        status("sent", 13, "");
        status("delivered", 20, "");
        status("played", 50, "");
        assertThat(state()).isEqualTo(DeliveryState.PLAYED);
        assertThat(times())
                .containsEntry("sent_at", at(11))
                .containsEntry("delivered_at", at(20))
                .containsEntry("read_at", at(40))
                .containsEntry("played_at", at(50));
    }

    @Test
    void readWithoutDeliveredAndAFailureAfterSentAreAsTheySay() {
        deliveries.accepted(reply, "wamid.OUT");
        status("read", 40, "");
        assertThat(state()).isEqualTo(DeliveryState.READ);
        MessageId second = conversations.reply(carla, marta, "Second", "key-2");
        deliveries.accepted(second, "wamid.OUT2");
        status("wamid.OUT2", "sent", 50, "");
        status("wamid.OUT2", "failed", 51, ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]");
        assertThat(message(second).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(message(second).errorCode()).isEqualTo(131026);
        assertThat(isWaiting()).isFalse();
    }

    @Test
    void aReplyThatFailedLeavesTheCustomerWaitingUntilItTurnsOutToHaveArrived() {
        deliveries.accepted(reply, "wamid.OUT");
        assertThat(isWaiting()).isFalse();
        status("failed", 20, ",\"errors\":[{\"code\":131000}]");
        assertThat(isWaiting()).isTrue();
        status("delivered", 19, "");
        assertThat(isWaiting()).isFalse();
        assertThat(message(reply).errorCode()).isNull();
    }

    @Test
    void statusesBeforeTheAnswerKeepTheirTimesAndEachIsKeptOnce() {
        status("delivered", 22, "");
        status("delivered", 21, "");
        status("sent", 12, "");
        assertThat(state()).isEqualTo(DeliveryState.QUEUED);
        deliveries.accepted(reply, "wamid.OUT");
        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(times()).containsEntry("sent_at", at(12)).containsEntry("delivered_at", at(21));
        assertThat(count("early_status")).isZero();
    }

    @Test
    void whatCameBeforeALostAnswerIsAppliedWhenAStatusNamesTheMessage() {
        deliveries.unknown(reply);
        status("sent", 12, "");
        status("delivered", 21, ",\"biz_opaque_callback_data\":\"parley:" + reply.value() + "\"");
        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(times()).containsEntry("sent_at", at(12));
    }

    @Test
    void ourIdInAStatusOfAnotherNumberTouchesNothing() {
        NumberId catering = given.pausedNumber(Given.CATERING);
        given.statuses(
                catering,
                status("wamid.X", "failed", 20)
                        .replace("}", ",\"biz_opaque_callback_data\":\"parley:" + reply.value() + "\"}"));
        given.statuses(
                number,
                status("wamid.Y", "failed", 20).replace("}", ",\"biz_opaque_callback_data\":\"parley:999999\"}"));
        assertThat(state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void aStatusOfAGroupTouchesNoConversation() {
        deliveries.accepted(reply, "wamid.OUT");
        status("read", 20, ",\"recipient_type\":\"group\",\"recipient_id\":\"Y2Fwa\"");
        status("wamid.GROUP", "read", 20, ",\"recipient_type\":\"group\",\"recipient_id\":\"Y2Fwa\"");
        assertThat(state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(count("early_status")).isZero();
    }

    @Test
    void whatIsBilledIsKeptOnceAndALaterStateKnowsBetter() {
        status("wamid.THEIRS", "sent", 10, pricing("free_customer_service", "service", false));
        status("wamid.THEIRS", "sent", 10, pricing("regular", "marketing", true));
        assertThat(pricing()).containsEntry("type", "free_customer_service").containsEntry("billable", false);
        status("wamid.THEIRS", "read", 30, pricing("regular", "authentication_international", true));
        status("wamid.THEIRS", "read", 31, pricing("regular", "utility", true));
        status("wamid.THEIRS", "sent", 11, pricing("regular", "utility", true));
        status("wamid.THEIRS", "failed", 32, pricing("regular", "utility", true));
        assertThat(count("pricing")).isEqualTo(1);
        assertThat(pricing())
                .containsEntry("type", "regular")
                .containsEntry("category", "authentication-international")
                .containsEntry("state", "READ");
    }

    @Test
    void whatIsNoStateOfOursChangesNothing() {
        deliveries.accepted(reply, "wamid.OUT");
        for (String unknown : List.of("deleted", "warning", "brand_new")) {
            status(unknown, 20, "");
        }
        given.statuses(number, "{\"id\":\"wamid.OUT\"},{\"status\":\"read\"},{}");
        assertThat(state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void aStatusNamesNoNewConversationThoughItComesWithContacts() {
        status("wamid.OTHER", "delivered", 20, ",\"recipient_user_id\":\"ES.77\"");
        assertThat(given.list(carla, Filter.ALL)).hasSize(1);
    }

    @Test
    void aRefusalThatIsOlderThanWhatTheCustomerWroteSinceEndsNoSession() {
        deliveries.accepted(reply, "wamid.OUT");
        clock.advance(Duration.ofMinutes(1));
        given.writes(number, MARTA, "Are you there?");
        status("failed", 61, ",\"errors\":[{\"code\":" + GraphError.RE_ENGAGEMENT + "}]");
        assertThat(header().isOpenAt(clock.instant())).isTrue();
    }

    private void status(String status, int second, String more) {
        status("wamid.OUT", status, second, more);
    }

    private void status(String ref, String status, int second, String more) {
        given.statuses(number, status(ref, status, second).replace("}", more + "}"));
    }

    private static String status(String ref, String status, int second) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\"}"
                .formatted(ref, status, at(second).getEpochSecond());
    }

    private static String pricing(String type, String category, boolean billable) {
        return ",\"pricing\":{\"billable\":%s,\"pricing_model\":\"PMP\",\"type\":\"%s\",\"category\":\"%s\"}"
                .formatted(billable, type, category);
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private Map<String, Instant> times() {
        return database.queryForObject(
                "select sent_at, delivered_at, read_at, played_at from message where id = ?",
                (row, _) -> {
                    Map<String, Instant> times = new java.util.HashMap<>();
                    for (String time : List.of("sent_at", "delivered_at", "read_at", "played_at")) {
                        if (row.getTimestamp(time) != null) {
                            times.put(time, row.getTimestamp(time).toInstant());
                        }
                    }
                    return times;
                },
                reply.value());
    }

    private Map<String, @Nullable Object> pricing() {
        return database.queryForMap("select * from pricing");
    }

    private int count(String table) {
        Integer count = database.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private ChatHeader header() {
        return inbox.header(carla, marta).orElseThrow();
    }

    private boolean isWaiting() {
        return given.list(carla, Filter.ALL).getFirst().waiting();
    }

    private DeliveryState state() {
        return java.util.Objects.requireNonNull(message(reply).state());
    }

    private ChatMessage message(MessageId id) {
        return inbox.open(carla, marta, 50).messages().stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

package app.parley.outbox;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.numbers.Accounts;
import app.parley.numbers.NumberId;
import app.parley.secrets.SecretEncryption;
import app.parley.team.AgentId;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A reply on its way with a token that an admin replaces at that moment, in another process even. */
@DatabaseTest
class ReplacedTokenTest {

    private static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    SecretEncryption secrets;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", GRAPH::url);
    }

    @Test
    void aTokenRefusedOnceItWasReplacedPausesNothingAndTheNewOneSends() {
        NumberId number = given.number(Given.BAKERY);
        AgentId carla = given.agent("Carla");
        ConversationId marta = given.writes(number, MARTA, "Hello");
        long account = Objects.requireNonNull(database.queryForObject("select account_id from number", Long.class));
        database.update(
                "insert into account_access (account_id, access_token, verify_token, added_at)"
                        + " select account_id, ?, ?, current_timestamp from number",
                encrypted(account, "access-token", "old"),
                encrypted(account, "verify-token", "verify"));
        await().until(() -> accounts.accessToken(Given.ACCOUNT).isPresent());
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                database.update(
                        "update account_access set version = version + 1, access_token = ?",
                        encrypted(account, "access-token", "new"));
                FakeGraph.answer(exchange, 401, "{\"error\":{\"code\":190,\"message\":\"Expired\"}}");
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        MessageId reply = conversations.reply(carla, marta, "Hi", "key");
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return GRAPH.requests().size() == 2;
        });
        assertThat(GRAPH.requests())
                .extracting(FakeGraph.Request::authorization)
                .containsExactly("Bearer old", "Bearer new");
        await().untilAsserted(() -> assertThat(inbox.open(carla, marta, 10).messages())
                .filteredOn(message -> message.id().equals(reply))
                .singleElement()
                .extracting(ChatMessage::state)
                .isEqualTo(DeliveryState.ACCEPTED));
        assertThat(database.queryForObject("select paused from number", Boolean.class))
                .isFalse();
    }

    private String encrypted(long account, String what, String secret) {
        return secrets.encrypt(secret, "account/" + account + "/" + what);
    }
}

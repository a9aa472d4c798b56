package app.parley.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.TestDatabase;
import app.parley.cloudapi.SendOutcome;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.ConversationsMerged;
import app.parley.conversations.Deliveries;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.foundation.Lease;
import app.parley.foundation.Leases;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a send whose process stopped in the middle, and of a status that overtakes its answer. */
@DatabaseTest
class ClaimTest {

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Claims claims;

    @Autowired
    OutboxWorker worker;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Outcomes outcomes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Leases leases;

    @Autowired
    ApplicationEventPublisher events;

    Lease lease;
    NumberId number;
    AgentId carla;
    ConversationId marta;
    MessageId reply;

    @BeforeEach
    void aReplyWaitsInAPausedNumber() {
        worker.stop();
        lease = leases.lease("outbox", () -> {});
        lease.start();
        await().until(lease::isHeld);
        number = given.number(Given.BAKERY);
        database.update("update number set paused = true");
        carla = given.agent("Carla");
        marta = given.writes(number, Given.MARTA, "Hello");
        reply = conversations.reply(carla, marta, "Hi", "key-1");
    }

    @AfterEach
    void theWorkerWorksAgain() {
        // Or it would come upon this test's claims in the next one.
        database.update("delete from outbox");
        lease.stop();
        worker.start();
    }

    @Test
    void aSendThatNobodySettledBecomesUnknownAndHoldsNothingBehindIt() {
        conversations.reply(carla, marta, "Are you there?", "key-2");
        claimed();
        claims.recover(lease, Set.of());
        assertThat(state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(database.queryForList("select state from outbox", String.class))
                .containsExactly("WAITING");
    }

    @Test
    void whatWasCutOffWhileItsFileWasOnTheWayIsSurelyNotSentAndGoesOutAgain() {
        database.update(
                "insert into attachment (message_id, state, digest, content_type) values (?, 'KEPT', ?, 'image/png')",
                reply.value(),
                "ab".repeat(32));
        claimed();
        claims.recover(lease, Set.of());
        assertThat(state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(database.queryForList("select state from outbox", String.class))
                .containsExactly("WAITING");
    }

    @Test
    void whatWasCutOffAfterItsFileHadArrivedMayHaveBeenSent() {
        database.update(
                "insert into attachment (message_id, state, digest, content_type, media_ref, uploaded_at)"
                        + " values (?, 'KEPT', ?, 'image/png', '77', current_timestamp)",
                reply.value(),
                "ab".repeat(32));
        claimed();
        claims.recover(lease, Set.of());
        assertThat(state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void ofTwoConversationsThatBecomeOneNothingIsSentWhileALaterMessageIsOnTheWire() {
        ConversationId other = given.writes(number, "4915100000001", "Hello, too");
        MessageId later = conversations.reply(carla, other, "Second", "key-2");
        database.update(
                "update outbox set state = 'SENDING', claimed_by = 'somebody' where message_id = ?", later.value());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new ConversationsMerged(other, marta)));
        assertThat(stateOf(reply)).isEqualTo("BEHIND");
        long item = Objects.requireNonNull(
                database.queryForObject("select id from outbox where message_id = ?", Long.class, later.value()));
        outcomes.drop(new OutboxItem(item, later, marta, number, 1, "somebody"));
        assertThat(stateOf(reply)).isEqualTo("WAITING");
    }

    private String stateOf(MessageId message) {
        return Objects.requireNonNull(database.queryForObject(
                "select state from outbox where message_id = ?", String.class, message.value()));
    }

    @Test
    void aSendThatIsStillUnderWayIsLeftAlone() {
        claims.recover(lease, Set.of(claimed()));
        assertThat(state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void aSendWhoseOutcomeWasWrittenMeanwhileIsLeftAlone() {
        OutboxItem item = new OutboxItem(claimed(), reply, marta, number, 1, "somebody");
        new TransactionTemplate(transactions).executeWithoutResult(status -> deliveries.accepted(reply, "wamid.OUT"));
        database.update("delete from outbox");
        outcomes.abandon(item);
        assertThat(state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void anAnswerThatComesAfterTheSendWasGivenUpCountsAfterAll() {
        OutboxItem item = new OutboxItem(claimed(), reply, marta, number, 1, "somebody");
        outcomes.abandon(item);
        outcomes.write(item, new SendOutcome.Accepted("wamid.OUT"));
        assertThat(state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void aRefusalThatComesAfterTheSendWasGivenUpSendsNothingAgain() {
        OutboxItem item = new OutboxItem(claimed(), reply, marta, number, 1, "somebody");
        outcomes.abandon(item);
        outcomes.write(item, new SendOutcome.NotSent("HTTP 429"));
        assertThat(state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(database.queryForObject("select count(*) from outbox", Integer.class))
                .isZero();
    }

    @Test
    void aStatusThatComesWhileTheAnswerIsBeingWrittenIsNotLost() throws InterruptedException {
        Thread webhook = new Thread(this::readByTheCustomer);
        new TransactionTemplate(transactions).executeWithoutResult(answer -> {
            deliveries.accepted(reply, "wamid.OUT");
            webhook.start();
            await().until(this::somebodyWaitsForALock);
        });
        webhook.join();
        assertThat(state()).isEqualTo(DeliveryState.READ);
    }

    private long claimed() {
        database.update(
                "update outbox set state = 'SENDING', claimed_by = 'somebody' where message_id = ?", reply.value());
        return Objects.requireNonNull(
                database.queryForObject("select id from outbox where message_id = ?", Long.class, reply.value()));
    }

    private void readByTheCustomer() {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"statuses\":[{\"id\":\"wamid.OUT\",\"status\":\"read\",\"timestamp\":\"1790000000\","
                + "\"biz_opaque_callback_data\":\"parley:" + reply.value() + "\"}]}}]}]}";
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .statuses()
                .forEach(status -> deliveries.status(number, status));
    }

    /** Asked on a thread, and so a connection, of its own. */
    private boolean somebodyWaitsForALock() {
        String waiting = TestDatabase.onPostgres()
                ? "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        return Objects.requireNonNull(database.queryForObject(waiting, Long.class)) > 0;
    }

    private DeliveryState state() {
        ChatMessage message = inbox.open(carla, marta, 9).messages().stream()
                .filter(each -> each.id().equals(reply))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(message.state());
    }
}

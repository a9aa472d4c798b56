package app.parley.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.foundation.Leases;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Workers of several processes on one database, each with a lease of its own, as the processes would have. */
@DatabaseTest
class SeveralWorkersTest {

    private static final Duration LEASE = Duration.ofMillis(900);
    private static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    OutboxWorker ownWorker;

    @Autowired
    Claims claims;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Leases leases;

    @Autowired
    JdbcTemplate database;

    private final List<OutboxWorker> workers = new ArrayList<>();
    private NumberId number = new NumberId(0);
    private AgentId carla = new AgentId(0);

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, GRAPH::url);
    }

    @BeforeEach
    void twoProcesses() {
        ownWorker.stop();
        GRAPH.reset();
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        for (int i = 0; i < 2; i++) {
            OutboxWorker worker = new OutboxWorker(claims, dispatch, leases, LEASE);
            workers.add(worker);
            worker.start();
        }
    }

    @AfterEach
    void end() {
        workers.forEach(OutboxWorker::stop);
        ownWorker.start();
    }

    @Test
    void eachMessageIsSentOnceHoweverManyWorkAndWhoeverStops() {
        queue(0, 40);
        await().until(() -> GRAPH.requests().size() >= 15);
        workers.getFirst().stop();
        queue(40, 40);
        allAreSentOnce(80);
        workers.getFirst().start();
        workers.getLast().stop();
        queue(80, 20);
        allAreSentOnce(100);
    }

    @Test
    void workGoesOnOnceTheLeaseOfAKilledProcessIsOver() {
        workers.forEach(OutboxWorker::stop);
        heldByTheDead(Duration.ofMillis(700));
        queue(0, 5);
        database.update("update outbox set state = 'SENDING', claimed_by = 'the dead'"
                + " where id = (select min(id) from outbox)");
        workers.forEach(OutboxWorker::start);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(GRAPH.requests()).hasSize(4);
        assertThat(database.queryForList("select state from message where state is not null order by id", String.class))
                .containsExactly("UNKNOWN", "ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void whoLostTheLeaseClaimsNothingMore() {
        queue(0, 1);
        allAreSentOnce(1);
        heldByTheDead(Duration.ofHours(1));
        queue(1, 3);
        await().during(Duration.ofMillis(1500)).until(() -> GRAPH.requests().size() == 1);
        database.update("delete from lease");
        allAreSentOnce(4);
    }

    private void heldByTheDead(Duration rest) {
        database.update("delete from lease");
        database.update(
                "insert into lease (name, holder, until) values ('outbox', 'the dead', ?)",
                Timestamp.from(Instant.now().plus(rest)));
    }

    private void queue(int from, int count) {
        for (int i = from; i < from + count; i++) {
            String waId = "346125500%02d".formatted(i % 20);
            ConversationId conversation = given.writes(number, waId, "Hello");
            conversations.reply(carla, conversation, "Reply " + i, "key-" + i);
        }
        workers.forEach(OutboxWorker::wake);
    }

    private void allAreSentOnce(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(waiting()).isZero());
        List<String> sent = GRAPH.requests().stream()
                .filter(request -> request.path().endsWith("/messages"))
                .map(FakeGraph.Request::body)
                .toList();
        assertThat(sent).hasSize(count).doesNotHaveDuplicates();
    }

    private int waiting() {
        return Objects.requireNonNull(database.queryForObject("select count(*) from outbox", Integer.class));
    }
}

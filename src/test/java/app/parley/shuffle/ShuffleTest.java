package app.parley.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.FreshStart;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.SignedWebhook;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.Deliveries;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.Receiving;
import app.parley.numbers.NumberId;
import app.parley.shuffle.Person.Conversation;
import app.parley.team.AgentId;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The same webhooks, once piece by piece in order, once shuffled with a third of them twice, over the socket from
 * sixteen threads: at the end everything is the same, message by message. The seed is printed: {@code
 * -Dshuffle.seed=…} makes the same again, {@code -Dshuffle.count=100000} more of them.
 */
@DatabaseTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "parley.whatsapp.business-account-id=" + Given.ACCOUNT,
            "parley.whatsapp.access-token=token",
            "parley.whatsapp.app-secret=shuffled-secret",
            "parley.whatsapp.verify-token=verify-me",
            "parley.whatsapp.graph-url=http://localhost:1"
        })
@DirtiesContext
class ShuffleTest {

    private static final int SENDERS = 16;

    @LocalServerPort
    int port;

    @Autowired
    Given given;

    @Autowired
    Receiving receiving;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InboxQueries inbox;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ApplicationContext application;

    private final Map<String, NumberId> numbers = new HashMap<>();

    @Test
    void inWhateverOrderAndHoweverOftenItComesTheEndIsTheSame() throws Exception {
        long seed = Long.getLong("shuffle.seed", System.nanoTime());
        int count = Integer.getInteger("shuffle.count", 2_000);
        System.out.printf("Shuffle: -Dshuffle.seed=%d -Dshuffle.count=%d%n", seed, count);
        Traffic traffic = new Traffic(seed, count);

        begin(traffic);
        traffic.bodies.forEach(this::processAlone);
        List<String> inOrder = end(traffic);

        FreshStart.empty(application);
        begin(traffic);
        post(shuffled(traffic.bodies, new Random(seed)));
        List<String> shuffled = end(traffic);

        assertThat(differences(inOrder, shuffled)).isEmpty();
    }

    /** Everybody has said hello, and was answered twice. */
    private void begin(Traffic traffic) {
        Traffic.NUMBERS.forEach(number -> numbers.put(number, given.pausedNumber(number)));
        for (Conversation conversation : traffic.conversations) {
            processAlone(Traffic.hello(conversation));
            long id = conversationOf(conversation);
            answer(conversation, id, 0, "ACCEPTED", conversation.ours().getFirst());
            answer(conversation, id, 1, conversation.isAnswerLost() ? "UNKNOWN" : "QUEUED", null);
            database.update(
                    "update conversation set last_message_id = ?, last_at = ?, waiting = false where id = ?",
                    conversation.ourId(1),
                    at(conversation, 2),
                    id);
        }
    }

    private long conversationOf(Conversation conversation) {
        Long id = database.queryForObject(
                "select conversation_id from message where ref = ?", Long.class, conversation.hello());
        return Objects.requireNonNull(id);
    }

    private void answer(Conversation conversation, long id, int which, String state, @Nullable String ref) {
        database.update(
                "insert into message (id, conversation_id, number_id, direction, kind, at, received_at, text, state, ref)"
                        + " values (?, ?, ?, 'OUTBOUND', 'TEXT', ?, ?, 'An answer', ?, ?)",
                conversation.ourId(which),
                id,
                Objects.requireNonNull(numbers.get(conversation.number())).value(),
                at(conversation, which + 1),
                at(conversation, which + 1),
                state,
                ref);
    }

    private static OffsetDateTime at(Conversation conversation, int seconds) {
        return conversation.person().hello().plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }

    /** As if nothing else were going on: each piece in a transaction of its own. */
    private void processAlone(String body) {
        for (Webhook.Change change :
                Webhook.parse(body.getBytes(StandardCharsets.UTF_8)).changes()) {
            change.identityChanges().forEach(moved -> receiving.moved(moved, MutableClock.START));
            if (change.isOfANumber()) {
                NumberId number = Objects.requireNonNull(numbers.get(change.phoneNumberId()));
                change.messages().stream()
                        .filter(message -> message.groupId() == null)
                        .forEach(message -> receiving.receive(number, message, MutableClock.START));
                change.calls().forEach(call -> receiving.called(number, call, MutableClock.START));
                change.statuses().forEach(status -> deliveries.status(number, status));
            }
        }
    }

    private static List<String> shuffled(List<String> bodies, Random random) {
        List<String> all = new ArrayList<>(bodies);
        bodies.stream().filter(_ -> random.nextInt(10) < 3).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private void post(List<String> bodies) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
                HttpClient client = HttpClient.newHttpClient()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String body : bodies) {
                answers.add(senders.submit(() -> client.send(
                                SignedWebhook.sign(body, "shuffled-secret").to("http://localhost:" + port),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        await().atMost(Duration.ofMinutes(20))
                .untilAsserted(() -> assertThat(in("RECEIVED")).isZero());
        assertThat(in("PROCESSED")).isEqualTo(bodies.size());
    }

    private int in(String state) {
        Integer count = database.queryForObject("select count(*) from journal where state = ?", Integer.class, state);
        return count == null ? 0 : count;
    }

    /** At last the answers come that name our second messages. */
    private List<String> end(Traffic traffic) {
        traffic.conversations.stream()
                .filter(conversation -> !conversation.isAnswerLost())
                .forEach(conversation -> deliveries.accepted(
                        new MessageId(conversation.ourId(1)),
                        conversation.ours().getLast()));
        AgentId carla = given.agent("Carla");
        return EndState.read(database, inbox, carla);
    }

    /** Some of what stands in one and not in the other; else some of what stands elsewhere. */
    private static List<String> differences(List<String> inOrder, List<String> shuffled) {
        List<String> all = new ArrayList<>();
        without(inOrder, shuffled).forEach(line -> all.add("\nonly in order: " + line));
        without(shuffled, inOrder).forEach(line -> all.add("\nonly shuffled: " + line));
        if (all.isEmpty() && !inOrder.equals(shuffled)) {
            all.add("The same lines in another order.");
        }
        return all;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> found = new HashSet<>(others);
        return lines.stream().filter(line -> !found.contains(line)).limit(10).toList();
    }
}

package app.parley;

import app.parley.cloudapi.Webhook;
import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Filter;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.ListOrder;
import app.parley.conversations.Receiving;
import app.parley.numbers.Membership;
import app.parley.numbers.Membership.Settled;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people, numbers and messages that tests begin with. */
@TestComponent
public class Given {

    public static final String ACCOUNT = "102290129340398";
    public static final String BAKERY = "106540352242922";
    public static final String CATERING = "106540352242923";
    public static final String MARTA = "34612550187";

    private final AtomicLong count = new AtomicLong();
    private final Numbers numbers;
    private final Team team;
    private final TeamAdministration administration;
    private final Membership membership;
    private final Receiving receiving;
    private final Deliveries deliveries;
    private final InboxQueries inbox;
    private final MutableClock clock;
    private final JdbcTemplate database;

    Given(
            Numbers numbers,
            Team team,
            TeamAdministration administration,
            Membership membership,
            Receiving receiving,
            Deliveries deliveries,
            InboxQueries inbox,
            MutableClock clock,
            JdbcTemplate database) {
        this.numbers = numbers;
        this.team = team;
        this.administration = administration;
        this.membership = membership;
        this.receiving = receiving;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.clock = clock;
        this.database = database;
    }

    public NumberId number(String phoneNumberId) {
        numbers.keep(ACCOUNT, phoneNumberId, "+1 555 010 44" + phoneNumberId.substring(13), "Number " + phoneNumberId);
        return numbers.byPhoneNumberId(phoneNumberId).orElseThrow().id();
    }

    public AgentId agent(String name) {
        return agent(name, Role.AGENT);
    }

    public AgentId admin(String name) {
        return agent(name, Role.ADMIN);
    }

    private AgentId agent(String name, Role role) {
        Agent agent = team.create(name, name + "@bonita.example", "a long password of " + name, role);
        return Objects.requireNonNull(agent.id());
    }

    /** One of which nothing is sent: what becomes of a reply is for the test to say. */
    public NumberId pausedNumber(String phoneNumberId) {
        NumberId number = number(phoneNumberId);
        database.update("update number set paused = true where id = ?", number.value());
        return number;
    }

    /** What an admin settles in one dialog, having just looked. */
    public void changes(AgentId admin, AgentId agent, String name, Role role) {
        Profile seen = administration.profile(admin, agent);
        administration.change(admin, agent, seen, new Profile(name, role, seen.seesBilling()));
    }

    public void letsSeeBilling(AgentId admin, AgentId agent, boolean sees) {
        Profile seen = administration.profile(admin, agent);
        administration.change(admin, agent, seen, new Profile(seen.name(), seen.role(), sees));
    }

    public void grants(AgentId admin, AgentId agent, Access access) {
        Settled seen = membership.of(admin, agent);
        membership.change(admin, agent, seen, new Settled(seen.profile(), access));
    }

    /** An agent who may use these numbers only. */
    public AgentId agentOf(String name, NumberId... only) {
        AgentId agent = agent(name);
        database.update("update agent set all_numbers = false where id = ?", agent.value());
        for (NumberId number : only) {
            database.update(
                    "insert into agent_number (agent_id, number_id) values (?, ?)", agent.value(), number.value());
        }
        return agent;
    }

    /** A text of a customer's, sent and received now. */
    public ConversationId writes(NumberId number, String waId, String text) {
        return writes(number, waId, text, clock.instant());
    }

    /** A text that bears another time than that of its receipt, which is now. */
    public ConversationId writes(NumberId number, String waId, String text, Instant timestamp) {
        return says(number, waId, "text", "{\"body\":\"" + text + "\"}", timestamp);
    }

    /** A message of any type. */
    public ConversationId says(NumberId number, String waId, String type, String content, Instant timestamp) {
        receive(number, message(waId, "wamid." + count.incrementAndGet(), type, content, timestamp));
        return conversation(number, waId);
    }

    public void receive(NumberId number, String message) {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"messages\":[" + message + "]}}]}]}";
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .messages()
                .forEach(inbound -> receiving.receive(number, inbound, clock.instant()));
    }

    /** One status of now of a number's message. */
    public void status(NumberId number, String ref, String status) {
        status(number, ref, status, clock.instant(), "");
    }

    /** @param more of its members, each with a comma before it */
    public void status(NumberId number, String ref, String status, Instant at, String more) {
        statuses(number, """
                {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"34612550187"%s}""".formatted(ref, status, at.getEpochSecond(), more));
    }

    /** Statuses of a number's messages, received now. */
    public void statuses(NumberId number, String statuses) {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"statuses\":[" + statuses + "]}}]}]}";
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .statuses()
                .forEach(status -> deliveries.status(number, status));
    }

    /** The messages of {@code webhooks/<name>.json}, received now. */
    public void receiveWebhook(NumberId number, String name) {
        try (InputStream file =
                Objects.requireNonNull(Given.class.getResourceAsStream("/webhooks/" + name + ".json"))) {
            Webhook.parse(file.readAllBytes())
                    .changes()
                    .getFirst()
                    .messages()
                    .forEach(inbound -> receiving.receive(number, inbound, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The customer calls the number. */
    public void calls(NumberId number, String waId, Instant timestamp) {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"calls\","
                + "\"value\":{\"calls\":[{\"id\":\"wacid.1\",\"from\":\"" + waId + "\",\"event\":\"connect\","
                + "\"direction\":\"USER_INITIATED\",\"timestamp\":\"" + timestamp.getEpochSecond() + "\"}]}}]}]}";
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .calls()
                .forEach(call -> receiving.called(number, call, clock.instant()));
    }

    public static String message(String waId, String id, String type, String content, Instant timestamp) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"%s\",\"%s\":%s}"
                .formatted(waId, id, timestamp.getEpochSecond(), type, type, content);
    }

    public ConversationId conversation(NumberId number, String waId) {
        return new ConversationId(Objects.requireNonNull(database.queryForObject(
                "select v.id from conversation v join customer c on c.id = v.customer_id"
                        + " where v.number_id = ? and c.wa_id = ?",
                Long.class,
                number.value(),
                waId)));
    }

    /** What the agent's list shows. */
    public List<ConversationRow> list(AgentId agent, Filter filter) {
        return inbox.page(agent, new ConversationQuery(null, filter, ListOrder.NEWEST), null, 100);
    }
}

package app.parley.demo;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Receiving;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.Team;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty demo, before the first request can come; one that was filled before stays as its visitors left it. */
@Component
@Profile("demo")
class DemoFiller implements SmartInitializingSingleton {

    private static final Duration UNTIL_READ = Duration.ofSeconds(20);

    private final Team team;
    private final Numbers numbers;
    private final Receiving receiving;
    private final Conversations conversations;
    private final Deliveries deliveries;
    private final DemoPrices prices;
    private final DemoRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Resource file;
    private final Resource weeks;
    private final ZoneId zone;
    private final String account;
    private final Path historyStart;
    private final Path delivered;
    private final StringBuilder arrived = new StringBuilder();

    DemoFiller(
            Team team,
            Numbers numbers,
            Receiving receiving,
            Conversations conversations,
            Deliveries deliveries,
            DemoPrices prices,
            DemoRepository repository,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("classpath:demo/bakery.json") Resource file,
            @Value("classpath:demo/weeks.json") Resource weeks,
            @Value("${parley.time-zone}") ZoneId zone,
            @Value("${parley.whatsapp.business-account-id}") String account,
            @Value("${parley.sandbox.history-start}") Path historyStart,
            @Value("${parley.sandbox.delivered}") Path delivered) {
        this.team = team;
        this.numbers = numbers;
        this.receiving = receiving;
        this.conversations = conversations;
        this.deliveries = deliveries;
        this.prices = prices;
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.file = file;
        this.weeks = weeks;
        this.zone = zone;
        this.account = account;
        this.historyStart = historyStart;
        this.delivered = delivered;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (team.isEmpty()) {
            // All or nothing: a start that is cut off leaves an empty demo, not half a bakery.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            transaction.executeWithoutResult(status -> fill(read(file, Bakery.class), now));
            remember(now);
        }
    }

    /**
     * The customers' phones, which tell the same stories, count from the same moment after a restart; and who is asked
     * for WhatsApp's bill knows of what arrived before there was a sandbox.
     */
    private void remember(Instant now) {
        write("parley.sandbox.history-start", historyStart, now + "\n");
        write("parley.sandbox.delivered", delivered, arrived.toString());
    }

    private static void write(String setting, Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " cannot be written: " + file, e);
        }
    }

    private static <T> T read(Resource file, Class<T> type) {
        try (InputStream in = file.getInputStream()) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, type);
        } catch (IOException e) {
            throw new IllegalStateException("The demo's file cannot be read", e);
        }
    }

    private void fill(Bakery bakery, Instant now) {
        Map<String, AgentId> agents = new HashMap<>();
        bakery.agents().forEach(person -> {
            var agent = team.create(person.name(), person.email(), person.password(), Role.valueOf(person.role()));
            agents.put(person.email(), Objects.requireNonNull(agent.id()));
        });
        bakery.agents().stream()
                .filter(person -> person.role().equals(Role.ADMIN.name()))
                .findFirst()
                .map(admin -> agents.get(admin.email()))
                .ifPresent(prices::set);
        bakery.numbers()
                .forEach(number -> numbers.keep(account, number.phoneNumberId(), number.displayPhone(), number.name()));
        read(weeks, PastWeeks.class)
                .of(bakery, now, zone)
                .forEach(small -> fill(small.customer(), small.talk(), agents, now));
        bakery.customers()
                .forEach(customer -> customer.conversations().forEach(talk -> fill(customer, talk, agents, now)));
    }

    private void fill(Bakery.Customer customer, Bakery.Talk talk, Map<String, AgentId> agents, Instant now) {
        NumberId number =
                numbers.byPhoneNumberId(talk.phoneNumberId()).orElseThrow().id();
        for (Bakery.Line line : talk.messages()) {
            Instant at = now.minus(Duration.ofMinutes(line.minutesAgo()));
            AgentId agent = agents.get(line.from());
            if (agent == null) {
                receiving.receive(number, CustomerLine.asInbound(customer, talk.phoneNumberId(), line, at), at);
                repository.settle(number, line);
            } else {
                ConversationId conversation =
                        repository.conversationWith(number, customer.userId()).orElseThrow();
                repository.insertOurs(conversation, number, agent, line, at);
                String state = line.state() == null ? "READ" : line.state();
                deliveries.status(number, OurStatus.of(customer, line, state, at.plus(UNTIL_READ)));
                arrived.append(OurStatus.onTheBill(talk.phoneNumberId(), line, state, at));
            }
        }
        if (talk.archived()) {
            AgentId carla = agents.values().iterator().next();
            conversations.archive(
                    carla,
                    List.of(repository
                            .conversationWith(number, customer.userId())
                            .orElseThrow()));
        }
    }
}

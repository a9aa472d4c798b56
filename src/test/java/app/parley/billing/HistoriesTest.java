package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.TestDatabase;
import app.parley.billing.Happening.Accepted;
import app.parley.billing.Happening.Priced;
import app.parley.billing.Happening.Replies;
import app.parley.billing.Happening.SendsTemplate;
import app.parley.billing.Happening.Told;
import app.parley.billing.Happening.Writes;
import app.parley.cloudapi.InboundMessage;
import app.parley.cloudapi.MessageStatus;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.Conversations;
import app.parley.conversations.CustomerId;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.ReceivedMessage;
import app.parley.conversations.Receiving;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten thousand random histories, told to Parley and to a {@link Model} that knows nothing of it: both must say the same,
 * to the last digit, however it is asked. The seed is printed: {@code -Dbilling.seed=…} makes the same again.
 */
@DatabaseTest
class HistoriesTest {

    private static final int MANY = Integer.getInteger("billing.histories", TestDatabase.onPostgres() ? 1000 : 10_000);

    /** Happenings in one commit, as the journal's worker commits many at once. */
    private static final int AT_ONCE = 400;

    @Autowired
    private Given given;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Rates rates;

    @Autowired
    private BillingReports reports;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Model model = new Model();
    private final List<NumberId> numbers = new ArrayList<>();
    private final List<AgentId> agents = new ArrayList<>();
    private final Map<String, MessageId> ours = new HashMap<>();
    private final List<Writes> arriving = new ArrayList<>();
    private final long seed = Long.getLong("billing.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private AgentId carla = AgentSum.NOBODY;

    @Test
    void whatIsReportedIsWhatASimpleModelSays() {
        System.out.println("Seed of the histories: " + seed);
        carla = given.admin("Carla");
        for (int i = 0; i < Histories.NUMBERS; i++) {
            numbers.add(given.pausedNumber("10654035224292" + i));
        }
        for (int i = 0; i < Histories.AGENTS; i++) {
            agents.add(given.agent("Agent " + i));
        }
        long start = System.nanoTime();
        play(Histories.of(MANY, random));
        System.out.printf(
                "%d histories in %d s: %s%n", MANY, (System.nanoTime() - start) / 1_000_000_000, model.size());

        assertThat(reconciliation.run().sample()).as("seed " + seed).isEmpty();
        for (ZoneId zone : Histories.ZONES) {
            compare(Period.month(YearMonth.of(2027, 3), zone));
            compare(someDays(zone, 1));
            compare(someDays(zone, 12));
            compare(someDays(zone, 120));
        }
        compare(new Period(LocalDate.of(2027, 3, 14), LocalDate.of(2027, 3, 14), ZoneId.of("America/New_York")));
        compare(new Period(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28), ZoneId.of("Europe/Madrid")));
        compare(new Period(LocalDate.of(2027, 4, 4), LocalDate.of(2027, 4, 4), ZoneId.of("Australia/Lord_Howe")));
    }

    private Period someDays(ZoneId zone, int most) {
        LocalDate from = LocalDate.of(2027, 1, 10).plusDays(random.nextInt(100));
        return new Period(from, from.plusDays(random.nextInt(most)), zone);
    }

    private void play(List<Happening> happenings) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int from = 0; from < happenings.size(); from += AT_ONCE) {
            List<Happening> some = happenings.subList(from, Math.min(from + AT_ONCE, happenings.size()));
            transaction.executeWithoutResult(status -> {
                some.forEach(this::happen);
                arrive();
            });
        }
    }

    private void happen(Happening happening) {
        model.learn(happening);
        if (happening instanceof Writes writes) {
            clock.set(writes.when());
            arriving.add(writes);
            return;
        }
        clock.set(happening.when());
        switch (happening) {
            case Writes it -> throw new IllegalStateException();
            case Replies it -> {
                arrive(); // What they reply to.
                ours.put(
                        it.key(),
                        conversations.reply(
                                agents.get(it.agent()),
                                given.conversation(numbers.get(it.number()), waId(it.customer())),
                                "x",
                                it.key()));
            }
            case SendsTemplate it -> ours.put(it.key(), template(it));
            case Accepted it -> deliveries.accepted(Objects.requireNonNull(ours.get(it.key())), it.key());
            case Told it ->
                deliveries.status(
                        numbers.get(it.number()),
                        new MessageStatus(it.key(), it.status(), it.at(), null, null, null, "ES", false));
            case Priced it ->
                rates.add(
                        carla,
                        it.number() == null ? null : numbers.get(it.number()),
                        it.inbound() == null ? null : it.inbound() ? Direction.INBOUND : Direction.OUTBOUND,
                        it.amount(),
                        it.start());
        }
    }

    private static String waId(int customer) {
        return "3460%07d".formatted(customer);
    }

    /** In one batch, as they come from the journal. */
    private void arrive() {
        if (arriving.isEmpty()) {
            return;
        }
        StringBuilder all = new StringBuilder();
        for (Writes it : arriving) {
            String content = switch (it.type()) {
                case "text" -> "{\"body\":\"x\"}";
                case "location" -> "{\"latitude\":1,\"longitude\":2}";
                case "contacts" -> "[{\"name\":{\"formatted_name\":\"Ann\"}}]";
                case "reaction" -> "{\"message_id\":\"x\",\"emoji\":\"x\"}";
                default -> "{}";
            };
            all.append(all.isEmpty() ? "" : ",")
                    .append(Given.message(waId(it.customer()), it.key(), it.type(), content, it.at()));
        }
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"messages\":[" + all + "]}}]}]}";
        List<InboundMessage> inbound = Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .messages();
        List<ReceivedMessage> arrivals = new ArrayList<>();
        for (int i = 0; i < inbound.size(); i++) {
            Writes it = arriving.get(i);
            arrivals.add(new ReceivedMessage(numbers.get(it.number()), inbound.get(i), it.when()));
        }
        receiving.receive(arrivals);
        arriving.clear();
    }

    /** As the outbox finds it, without the forms that lead to it. */
    private MessageId template(SendsTemplate it) {
        arrive();
        NumberId number = numbers.get(it.number());
        long id = 1_000_000_000L + ours.size();
        database.update(
                "insert into message (id, conversation_id, number_id, agent_id, direction, kind, at, received_at, state,"
                        + " send_key) values (?, ?, ?, ?, 'OUTBOUND', 'TEMPLATE', ?, ?, 'QUEUED', ?)",
                id,
                given.conversation(number, waId(it.customer())).value(),
                number.value(),
                agents.get(it.agent()).value(),
                it.when().atOffset(ZoneOffset.UTC),
                it.when().atOffset(ZoneOffset.UTC),
                it.key());
        return new MessageId(id);
    }

    private void compare(Period period) {
        for (Integer number : new @Nullable Integer[] {null, random.nextInt(Histories.NUMBERS)}) {
            compare(period, number, Grouping.DAY, Model.MessageView::day, ReportLine::day);
            compare(period, number, Grouping.NUMBER, Model.MessageView::number, line -> {
                NumberId id = line.number();
                return id == null ? null : numbers.indexOf(id);
            });
            compare(period, number, Grouping.AGENT, Model.MessageView::agent, line -> {
                AgentId id = line.agent();
                return id == null ? -1 : agents.indexOf(id);
            });
            compareCustomers(period, number);
        }
        BigDecimal ledger = database.queryForObject(
                "select coalesce(sum(amount), 0) from ledger_entry where at >= ? and at < ?",
                BigDecimal.class,
                period.start().atOffset(ZoneOffset.UTC),
                period.end().atOffset(ZoneOffset.UTC));
        assertThat(ledger)
                .as("The ledger in " + period + ", seed " + seed)
                .isEqualByComparingTo(report(period, null, Grouping.DAY).total().fees());
    }

    private Report report(Period period, @Nullable Integer number, Grouping grouping) {
        return reports.report(carla, period, number == null ? null : numbers.get(number), grouping);
    }

    private <K> void compare(
            Period period,
            @Nullable Integer number,
            Grouping grouping,
            Function<Model.MessageView, K> modelKey,
            Function<ReportLine, @Nullable K> lineKey) {
        Map<K, Model.Sum> expected = sums(period, number, modelKey);
        Report report = report(period, number, grouping);
        String asked = "%s by %s of number %s, seed %d".formatted(period, grouping, number, seed);
        Map<K, String> words = new HashMap<>();
        expected.forEach((key, sum) -> words.put(key, words(sum)));
        Map<K, String> said = new HashMap<>();
        for (ReportLine line : report.lines()) {
            String inWords = words(line.figures());
            if (!inWords.equals(words(new Model.Sum()))) {
                said.put(Objects.requireNonNull(lineKey.apply(line)), inWords);
            }
        }
        words.values().removeIf(words(new Model.Sum())::equals);
        assertThat(said).as(asked).isEqualTo(words);
        assertThat(report.total().fees()).as(asked).isEqualByComparingTo(Model.total(expected.values()));
    }

    private <K> Map<K, Model.Sum> sums(
            Period period, @Nullable Integer number, Function<Model.MessageView, K> modelKey) {
        return model.sums(period.from(), period.to(), period.zone(), number, modelKey);
    }

    /** Those with the highest fees one by one; who exactly is among them is open where fees are the same. */
    private void compareCustomers(Period period, @Nullable Integer number) {
        Map<Integer, Model.Sum> expected = sums(period, number, Model.MessageView::customer);
        Report report = report(period, number, Grouping.CUSTOMER);
        String asked = "%s by customer of number %s, seed %d".formatted(period, number, seed);
        List<BigDecimal> highest = expected.values().stream()
                .map(Model.Sum::fees)
                .sorted((one, other) -> other.compareTo(one))
                .toList();
        int place = 0;
        for (ReportLine line : report.lines()) {
            if (line.customer() != null) {
                Model.Sum sum = expected.getOrDefault(customer(line.customer()), new Model.Sum());
                assertThat(words(line.figures())).as(asked).isEqualTo(words(sum));
                assertThat(line.figures().fees()).as(asked).isEqualByComparingTo(highest.get(place++));
            }
        }
        assertThat(report.total().fees()).as(asked).isEqualByComparingTo(Model.total(expected.values()));
        assertThat(report.total().failed())
                .as(asked)
                .isEqualTo(
                        expected.values().stream().mapToLong(sum -> sum.failed).sum());
    }

    private final Map<CustomerId, Integer> customers = new HashMap<>();

    private int customer(CustomerId id) {
        if (customers.isEmpty()) {
            database.query("select id, wa_id from customer", row -> {
                customers.put(
                        new CustomerId(row.getLong(1)),
                        Integer.parseInt(row.getString(2).substring(4)));
            });
        }
        return customers.getOrDefault(id, -1);
    }

    private static String words(Model.Sum sum) {
        return words(sum.inbound, sum.outbound, sum.failed, sum.inboundFees, sum.outboundFees);
    }

    private static String words(Figures figures) {
        return words(
                figures.inbound(), figures.outbound(), figures.failed(), figures.inboundFees(), figures.outboundFees());
    }

    private static String words(long inbound, long outbound, long failed, BigDecimal in, BigDecimal out) {
        return "%d in, %d out, %d failed, %s, %s"
                .formatted(
                        inbound,
                        outbound,
                        failed,
                        in.setScale(6).toPlainString(),
                        out.setScale(6).toPlainString());
    }
}

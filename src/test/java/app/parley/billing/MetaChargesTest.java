package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.MessageId;
import app.parley.conversations.RefusedException;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What WhatsApp charges itself, told by statuses and priced by a table. */
@DatabaseTest
class MetaChargesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEADING = "country,category,starts_on,amount,currency\n";

    @Autowired
    private Given given;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private BillingReports reports;

    @Autowired
    private MetaRates rates;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate database;

    private AgentId carla;
    private NumberId bakery;

    @BeforeEach
    void aBakery() {
        carla = given.admin("carla");
        bakery = given.pausedNumber(Given.BAKERY);
    }

    private void told(String ref, String status, String type, String category, Instant at) {
        given.status(bakery, ref, status, at, """
                ,"pricing":{"billable":true,"pricing_model":"PMP","type":"%s","category":"%s"}""".formatted(type, category));
    }

    private void told(String ref, String status, String type, String category) {
        told(ref, status, type, category, clock.instant());
    }

    private void plain(String ref, String status) {
        given.status(bakery, ref, status);
    }

    private void imports(String lines) {
        RatePlan plan = rates.plan(carla, (HEADING + lines).getBytes(StandardCharsets.UTF_8));
        assertThat(plan.errors()).isEmpty();
        assertThat(rates.apply(carla, plan)).isTrue();
    }

    /** In every grouping the same. */
    private void charges(LocalDate from, LocalDate to, long free, long priced, long withoutRate, String amount) {
        for (Grouping grouping : Grouping.values()) {
            MetaCharges meta = reports.report(carla, new Period(from, to, MADRID), null, grouping)
                    .total()
                    .meta();
            assertThat(meta.free()).as("free by " + grouping).isEqualTo(free);
            assertThat(meta.priced()).as("priced by " + grouping).isEqualTo(priced);
            assertThat(meta.withoutRate()).as("without a rate by " + grouping).isEqualTo(withoutRate);
            assertThat(meta.amount()).as("amount by " + grouping).isEqualByComparingTo(amount);
        }
    }

    private void today(long free, long priced, long withoutRate, String amount) {
        charges(TODAY, TODAY, free, priced, withoutRate, amount);
    }

    /** After everything that may happen to a count. */
    @AfterEach
    void theCountsAreThoseOfTheMessages() {
        assertThat(reconciliation.run(carla).sample()).isEmpty();
    }

    @Test
    void reconcilingShowsCountsThatDiffer() {
        told("wamid.a", "sent", "regular", "utility");
        database.update("update meta_quarter set messages = 2");
        database.update("update meta_agent_day set messages = 3");
        assertThat(reconciliation.run(carla).sample()).hasSize(2).allMatch(words -> words.startsWith("META"));
        database.update("update meta_quarter set messages = 1");
        database.update("update meta_agent_day set messages = 1");
    }

    private MessageId replied(String ref) {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        MessageId reply = conversations.reply(carla, marta, "At five.", ref);
        deliveries.accepted(reply, ref);
        return reply;
    }

    @Test
    void aMessageCountsOnceHoweverOftenItIsTold() {
        replied("wamid.a");
        told("wamid.a", "sent", "regular", "utility");
        told("wamid.a", "delivered", "regular", "utility");
        told("wamid.a", "delivered", "regular", "utility");
        today(0, 0, 1, "0");
    }

    @Test
    void whatWhatsAppCallsFreeIsFreeAndWhatHasNoRateIsNotZero() {
        told("wamid.a", "sent", "free_customer_service", "service");
        told("wamid.b", "sent", "free_entry_point", "referral_conversion");
        told("wamid.c", "sent", "regular", "service");
        today(2, 0, 1, "0");
        imports("PT,service,2026-01-01,0.02,USD\n");
        today(2, 0, 1, "0");
        imports("ES,service,2026-01-01,0.02,USD\n");
        today(2, 1, 0, "0.02");
    }

    @Test
    void aLaterStateMayTellAnotherPrice() {
        replied("wamid.a");
        told("wamid.a", "sent", "regular", "utility");
        imports("ES,utility,2026-01-01,0.02,USD\nES,marketing,2026-01-01,0.06,USD\n");
        today(0, 1, 0, "0.02");
        told("wamid.a", "delivered", "regular", "marketing");
        told("wamid.a", "sent", "regular", "utility");
        today(0, 1, 0, "0.06");
        assertThat(database.queryForObject("select sum(messages) from meta_quarter", Long.class))
                .isEqualTo(1);
        assertThat(database.queryForObject("select sum(confirmed) from meta_quarter", Long.class))
                .isEqualTo(1);
    }

    @Test
    void whatFailedBeforeItArrivedIsNotCharged() {
        replied("wamid.a");
        told("wamid.a", "sent", "regular", "utility");
        plain("wamid.a", "failed");
        today(0, 0, 0, "0");
        told("wamid.a", "sent", "regular", "utility");
        today(0, 0, 0, "0");
        told("wamid.a", "delivered", "regular", "utility");
        today(0, 0, 1, "0");
        plain("wamid.a", "failed");
        today(0, 0, 1, "0");

        replied("wamid.b");
        plain("wamid.b", "failed");
        told("wamid.b", "sent", "regular", "utility");
        today(0, 0, 1, "0");
    }

    @Test
    void whatIsToldBeforeTheMessageIsKnownFindsItsAgentAndCustomer() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        MessageId reply = conversations.reply(carla, marta, "At five.", "key");
        told("wamid.a", "sent", "regular", "utility");
        deliveries.accepted(reply, "wamid.a");
        today(0, 0, 1, "0");
        assertThat(reports.report(carla, new Period(TODAY, TODAY, MADRID), null, Grouping.AGENT)
                        .lines())
                .filteredOn(line -> carla.equals(line.agent()))
                .extracting(line -> line.figures().meta().withoutRate())
                .containsExactly(1L);
        assertThat(reports.report(carla, new Period(TODAY, TODAY, MADRID), null, Grouping.CUSTOMER)
                        .lines())
                .filteredOn(line -> line.customer() != null)
                .extracting(line -> line.figures().meta().withoutRate())
                .containsExactly(1L);
    }

    @Test
    void everyMessageHasTheRateOfItsDayByTheClocksOfTheBusiness() {
        // Madrid's clocks go back on 25 October: its October begins at 22:00 UTC, its November at 23:00.
        replied("wamid.0");
        told("wamid.0", "sent", "regular", "utility", Instant.parse("2026-10-31T22:59:59Z"));
        told("wamid.1", "sent", "regular", "utility", Instant.parse("2026-10-31T23:00:00Z"));
        told("wamid.2", "sent", "regular", "utility", Instant.parse("2026-09-30T21:59:59Z"));
        told("wamid.3", "sent", "regular", "utility", Instant.parse("2026-09-30T22:00:00Z"));
        told("wamid.4", "sent", "regular", "utility", Instant.parse("2026-10-25T01:30:00Z"));
        imports("ES,utility,2026-10-01,0.02,USD\nES,utility,2026-10-31,0.03,USD\nES,utility,2026-11-01,0.04,USD\n");
        charges(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), 0, 3, 0, "0.07");
        charges(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30), 0, 4, 1, "0.11");
        charges(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1), 0, 1, 0, "0.04");
        assertThat(reports.report(
                                carla,
                                new Period(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 1), MADRID),
                                bakery,
                                Grouping.DAY)
                        .lines())
                .filteredOn(line -> line.figures().meta().priced() > 0)
                .extracting(ReportLine::day)
                .containsExactly(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 1));
    }

    @Test
    void aCustomersChargesAreExactAcrossDaysAndRates() {
        replied("wamid.0");
        int count = 0;
        for (int day = 0; day < 40; day++) {
            String ref = "wamid.m" + count++;
            replied(ref);
            told(
                    ref,
                    "sent",
                    "regular",
                    "utility",
                    Instant.parse("2026-10-05T23:30:00Z").plusSeconds(day * 50_000L));
        }
        imports("ES,utility,2026-10-01,0.01,USD\nES,utility,2026-10-12,0.1,USD\nES,utility,2026-10-20,1,USD\n");
        LocalDate from = LocalDate.of(2026, 10, 6);
        LocalDate to = LocalDate.of(2026, 10, 28);
        String amount = reports.report(carla, new Period(from, to, MADRID), null, Grouping.DAY)
                .total()
                .meta()
                .amount()
                .toPlainString();
        charges(from, to, 0, 40, 0, amount);
        assertThat(reports.report(carla, new Period(from, to, MADRID), null, Grouping.CUSTOMER)
                        .lines())
                .allSatisfy(line -> assertThat(line.customer()).isNotNull());
    }

    @Test
    void aNewTableReplacesRatesFromItsFirstDayOnAndSaysSoBefore() {
        imports("""
                ES,utility,2026-01-01,0.01,USD
                ES,utility,2026-10-01,0.02,USD
                ES,utility,2027-01-01,0.03,USD
                PT,utility,2026-01-01,0.05,USD
                """);
        told("wamid.a", "sent", "regular", "utility");
        RatePlan plan = rates.plan(
                carla,
                (HEADING + "ES,utility,2026-10-01,0.02,USD\nES,utility,2026-11-01,0.025,USD\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(plan.same()).isEqualTo(1);
        assertThat(plan.past()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(plan.priced()).isEqualTo(1);
        assertThat(plan.changes())
                .extracting(change -> change.startsOn() + " " + change.before() + " " + change.now())
                .containsExactly("2026-11-01 null 0.025000", "2027-01-01 0.030000 null");
        today(0, 1, 0, "0.02");
        assertThat(rates.apply(carla, plan)).isTrue();
        today(0, 1, 0, "0.025");
        assertThat(rates.apply(carla, plan)).as("applied twice").isFalse();
        assertThat(rates.summary(carla).rates()).isEqualTo(4);
    }

    @Test
    void nothingOfATableWithAMistakeIsApplied() {
        RatePlan plan = rates.plan(
                carla,
                (HEADING + "ES,utility,2026-10-01,0.02,USD\nES,utility,2026-11-01,x,USD\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(plan.errors()).hasSize(1);
        assertThat(rates.apply(carla, plan)).isFalse();
        assertThat(rates.summary(carla).rates()).isZero();
    }

    @Test
    void agentsHaveNoSayInIt() {
        AgentId ben = given.agent("ben");
        assertThatThrownBy(() -> rates.summary(ben)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> rates.plan(ben, new byte[0])).isInstanceOf(RefusedException.class);
    }
}

package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.TestDatabase;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.MaintenanceQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.RefusedException;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What messages cost, rule by rule. */
@DatabaseTest
class LedgerTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private Given given;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private BillingReports reports;

    @Autowired
    private Rates rates;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private MaintenanceQueries maintenance;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate database;

    private AgentId carla;
    private AgentId ben;
    private NumberId bakery;

    @BeforeEach
    void aBakery() {
        carla = given.admin("carla");
        ben = given.agent("ben");
        bakery = given.pausedNumber(Given.BAKERY);
    }

    private Figures today() {
        return reports.report(carla, new Period(TODAY, TODAY, MADRID), null, Grouping.NUMBER)
                .total();
    }

    private void costs(String fees) {
        for (Grouping grouping : Grouping.values()) {
            Report report = reports.report(carla, new Period(TODAY, TODAY, MADRID), null, grouping);
            assertThat(report.total().fees()).as(grouping.name()).isEqualByComparingTo(fees);
        }
        assertThat(database.queryForObject("select coalesce(sum(amount), 0) from ledger_entry", BigDecimal.class))
                .isEqualByComparingTo(fees);
    }

    /** A reply of Ben's that WhatsApp knows as "wamid.reply". */
    private MessageId replies(ConversationId marta) {
        MessageId reply = conversations.reply(ben, marta, "At five.", "key");
        deliveries.accepted(reply, "wamid.reply");
        return reply;
    }

    private void status(String status) {
        given.status(bakery, "wamid.reply", status);
    }

    @Test
    void aCustomersMessageCostsHalfACent() {
        given.writes(bakery, Given.MARTA, "When do you open?");
        costs("0.005");
        assertThat(today().inbound()).isEqualTo(1);
        assertThat(today().sessions()).isEqualTo(1);
    }

    @Test
    void whatCustomersDoToMessagesCostsNothing() {
        given.says(bakery, Given.MARTA, "reaction", "{\"message_id\":\"wamid.x\",\"emoji\":\"x\"}", clock.instant());
        given.says(bakery, Given.MARTA, "dance", "{}", clock.instant());
        costs("0");
        assertThat(today().sessions()).isEqualTo(1);
    }

    @Test
    void aReplyCostsWhenWhatsAppTookItAndOnce() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        replies(marta);
        costs("0.005");
        status("sent");
        costs("0.01");
        status("delivered");
        status("read");
        status("sent");
        costs("0.01");
        assertThat(today().outboundFees()).isEqualByComparingTo("0.005");
        assertThat(reports.report(carla, new Period(TODAY, TODAY, MADRID), null, Grouping.AGENT)
                        .lines())
                .extracting(ReportLine::name, line -> line.figures().outbound())
                .containsExactly(tuple("ben", 1L), tuple("", 0L));
    }

    @Test
    void aReplyThatFailsAfterItWasTakenIsCreditedOnce() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        replies(marta);
        status("sent");
        status("failed");
        costs("0.005");
        assertThat(today().failed()).isEqualTo(1);
        assertThat(today().outbound()).isZero();
        status("sent");
        status("failed");
        costs("0.005");
        status("delivered");
        costs("0.005");
        assertThat(today().failed()).isZero();
    }

    @Test
    void aReplyThatFailedAndArrivedAfterAllIsCharged() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        replies(marta);
        status("failed");
        costs("0.005");
        status("sent");
        costs("0.005");
        status("delivered");
        costs("0.01");
    }

    @Test
    void theLedgerRefusesToBeChanged() {
        given.writes(bakery, Given.MARTA, "When do you open?");
        assertThatThrownBy(() -> database.update("update ledger_entry set amount = 0"))
                .hasStackTraceContaining("only grows");
        assertThatThrownBy(() -> database.update("delete from ledger_entry")).hasStackTraceContaining("only grows");
        assertThatThrownBy(() -> database.execute("truncate table ledger_entry"))
                .hasStackTraceContaining(TestDatabase.onPostgres() ? "only grows" : "Cannot truncate");
        costs("0.005");
    }

    @Test
    void agentsAreRefused() {
        assertThatThrownBy(() -> reports.report(ben, new Period(TODAY, TODAY, MADRID), null, Grouping.DAY))
                .isInstanceOf(RefusedException.class);
    }

    private void add(@Nullable NumberId number, String amount, Duration later) {
        rates.add(carla, number, null, new BigDecimal(amount), clock.instant().plus(later));
    }

    private void refused(RateRefusal refusal, String amount, Duration later) {
        assertThatThrownBy(() -> add(null, amount, later))
                .isInstanceOfSatisfying(
                        RateRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void aRateAppliesFromItsStartOnAndNeverToThePast() {
        Instant now = clock.instant();
        add(null, "0.01", Duration.ofHours(1));
        add(bakery, "0.000001", Duration.ofHours(2));
        add(null, "0.02", Duration.ofHours(3));
        clock.advance(Duration.ofHours(4));
        given.writes(bakery, Given.MARTA, "Before", now.plus(Duration.ofMinutes(59)));
        costs("0.005");
        given.writes(bakery, Given.MARTA, "The general one", now.plus(Duration.ofHours(1)));
        costs("0.015");
        given.writes(bakery, Given.MARTA, "The number's own", now.plus(Duration.ofHours(2)));
        costs("0.015001");
        given.writes(bakery, Given.MARTA, "Still the number's own", now.plus(Duration.ofHours(4)));
        costs("0.015002");
        given.writes(given.pausedNumber(Given.CATERING), Given.MARTA, "General", now.plus(Duration.ofHours(4)));
        costs("0.035002");
    }

    @Test
    void aRateThatMakesNoSenseIsRefusedWithTheReason() {
        refused(RateRefusal.NEGATIVE, "-0.01", Duration.ofDays(1));
        refused(RateRefusal.ABSURD, "1000.01", Duration.ofDays(1));
        refused(RateRefusal.TOO_FINE, "0.0000001", Duration.ofDays(1));
        refused(RateRefusal.PAST, "0.01", Duration.ZERO);
        refused(RateRefusal.PAST, "0.01", Duration.ofDays(-1));
        add(null, "0.01", Duration.ofDays(1));
        refused(RateRefusal.TAKEN, "0.02", Duration.ofDays(1));
        add(bakery, "0.010000000", Duration.ofDays(1));
        assertThat(rates.all(carla)).hasSize(3);
        assertThatThrownBy(() -> rates.add(ben, null, null, BigDecimal.ONE, clock.instant()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aLineLeadsToItsVeryMessagesAndASessionTellsHowItWent() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        replies(marta);
        status("sent");
        status("failed");
        Period today = new Period(TODAY, TODAY, MADRID);
        for (Grouping grouping : Grouping.values()) {
            ReportLine line =
                    reports.report(carla, today, null, grouping).lines().getFirst();
            List<MessageLine> lines = reports.messages(carla, today, null, grouping, line, null, 100);
            assertThat(lines)
                    .as(grouping.name())
                    .extracting(MessageLine::entry)
                    .endsWith(EntryKind.CHARGE, EntryKind.CREDIT);
            assertThat(reports.messages(
                            carla, today, null, grouping, line, lines.getFirst().key(), 100))
                    .isEqualTo(lines.subList(1, lines.size()));
        }
        conversations.archive(ben, List.of(marta));
        assertThat(reports.sessions(carla, today, bakery, null, null, 10))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.course()).isEqualTo(SessionCourse.ARCHIVED);
                    assertThat(session.inbound()).isEqualTo(1);
                    assertThat(session.outbound()).isZero();
                    assertThat(session.fee()).isEqualByComparingTo("0.005");
                    assertThat(session.openedBy()).isNotNull();
                    assertThat(reports.sessions(carla, today, null, session.customerId(), session.key(), 10))
                            .isEmpty();
                });
    }

    @Test
    void aMonthThatRunsIsProjectedToItsEnd() {
        given.writes(bakery, Given.MARTA, "When do you open?");
        Period november = Period.month(YearMonth.of(2026, 11), ZoneOffset.UTC);
        clock.set(november.start().plus(Duration.ofDays(25)));
        assertThat(reports.projection(carla, november, null))
                .isEqualTo(new Projection(new BigDecimal("0.005000"), new BigDecimal("0.006000")));
        assertThat(reports.projection(carla, november.before(), null)).isNull();
        clock.set(november.end());
        assertThat(reports.projection(carla, november, null)).isNull();
    }

    @Test
    void theLedgerOfTwoCustomersThatAreOneIsTheirs() {
        given.writes(bakery, Given.MARTA, "One");
        given.writes(bakery, "34600000001", "Other");
        database.update("insert into customer_conflict (customer_id, other_customer_id, found_at)"
                + " select min(id), max(id), now() from customer");
        maintenance.merge(maintenance.conflicts(1).getFirst().id(), carla);
        Report report = reports.report(
                carla, new Period(TODAY.minusDays(2), TODAY.plusDays(2), MADRID), null, Grouping.CUSTOMER);
        assertThat(report.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.figures().inbound()).isEqualTo(2));
        assertThat(reconciliation.run(carla).agrees()).isTrue();
    }

    @Test
    void onlyAnAdminWhoSeesBillingReconcilesAndItIsWrittenDown() {
        AgentId bea = given.agent("Bea");
        given.letsSeeBilling(carla, bea, true);
        assertThat(reconciliation.last(bea)).isEmpty();
        assertThatThrownBy(() -> reconciliation.run(bea)).isInstanceOf(RefusedException.class);
        reconciliation.run(carla);
        assertThat(database.queryForList(
                        "select actor from audit_entry where action = 'LEDGER_RECONCILED'", Long.class))
                .containsExactly(carla.value());
        given.letsSeeBilling(carla, carla, false);
        assertThatThrownBy(() -> reconciliation.run(carla)).isInstanceOf(RefusedException.class);
    }

    @Test
    void whoMayNotUseEveryNumberSeesNoBilling() {
        AgentId eva = given.agentOf("Eva", bakery);
        given.letsSeeBilling(carla, eva, true);
        assertThatThrownBy(() -> reconciliation.last(eva)).isInstanceOf(RefusedException.class);
    }

    @Test
    void reconcilingShowsWhatDiffers() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        replies(marta);
        status("sent");
        assertThat(reconciliation.run(carla)).satisfies(found -> {
            assertThat(found.agrees()).isTrue();
            assertThat(found.messages()).isEqualTo(2);
            assertThat(found.entries()).isEqualTo(2);
        });
        database.update("update message set state = 'FAILED' where direction = 'OUTBOUND'");
        assertThat(reconciliation.run(carla).sample())
                .anyMatch(words -> words.startsWith("NOT_CREDITED"))
                .anyMatch(words -> words.startsWith("FAILURE"))
                .hasSize(2);
        database.update("update message set state = 'ACCEPTED' where direction = 'OUTBOUND'");
        assertThat(reconciliation.run(carla).sample())
                .singleElement()
                .asString()
                .startsWith("CHARGED_FOR_NOTHING");
        database.update("update message set state = 'READ' where direction = 'OUTBOUND'");
        database.update("update ledger_quarter set amount = amount + 0.000001 where direction = 'INBOUND'");
        database.update("update ledger_agent_day set messages = messages + 1");
        database.update("update ledger_day set outbound = 2");
        database.update("update rate set amount = 0.006");
        assertThat(reconciliation.run(carla).sample())
                .anyMatch(words -> words.startsWith("SUM"))
                .anyMatch(words -> words.startsWith("AGENT"))
                .anyMatch(words -> words.startsWith("DAY"))
                .anyMatch(words -> words.startsWith("OTHER_RATE"))
                .hasSize(5);
        assertThat(reconciliation.last(carla).orElseThrow().differences()).isEqualTo(5);
    }

    @Test
    void aDayBeginsAtMidnightOfTheBusiness() {
        Instant midnight = TODAY.atStartOfDay(MADRID).toInstant();
        given.writes(bakery, Given.MARTA, "Late", midnight.minus(Duration.ofSeconds(1)));
        given.writes(bakery, Given.MARTA, "Early", midnight);
        Period both = new Period(TODAY.minusDays(1), TODAY, MADRID);
        List<ReportLine> days = reports.report(carla, both, null, Grouping.DAY).lines();
        assertThat(days).extracting(line -> line.figures().inbound()).containsExactly(1L, 1L);
        assertThat(today().inbound()).isEqualTo(1);
    }
}

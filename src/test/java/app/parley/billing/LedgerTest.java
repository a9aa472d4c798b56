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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
        given.statuses(
                bakery,
                "{\"id\":\"wamid.reply\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"34612550187\"}"
                        .formatted(status, clock.instant().getEpochSecond()));
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
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ben", 1L), org.assertj.core.groups.Tuple.tuple("", 0L));
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
        costs("0.005");
    }

    @Test
    void agentsAreRefused() {
        assertThatThrownBy(() -> reports.report(ben, new Period(TODAY, TODAY, MADRID), null, Grouping.DAY))
                .isInstanceOf(RefusedException.class);
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

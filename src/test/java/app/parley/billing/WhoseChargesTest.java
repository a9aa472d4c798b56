package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Erasure;
import app.parley.conversations.MaintenanceQueries;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** By customer, on a day that is no whole UTC day: what is not in the sums of days is looked for one by one. */
@DatabaseTest
class WhoseChargesTest {

    private static final String OTHER = "34600000001";
    private static final Period TODAY =
            new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), ZoneId.of("Europe/Madrid"));

    @Autowired
    private Given given;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private BillingReports reports;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private MaintenanceQueries maintenance;

    @Autowired
    private Erasure erasure;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate database;

    private AgentId carla;
    private NumberId bakery;

    @BeforeEach
    void aCustomerWhomOneReplyReachedAndAnotherDidNot() {
        carla = given.admin("carla");
        bakery = given.pausedNumber(Given.BAKERY);
        writesAndIsAnswered(Given.MARTA);
    }

    private void writesAndIsAnswered(String customer) {
        ConversationId conversation = given.writes(bakery, customer, "When do you open?");
        answered(conversation, "wamid.a" + customer, "sent", """
                ,"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}""");
        answered(conversation, "wamid.b" + customer, "failed", "");
    }

    private void answered(ConversationId conversation, String ref, String status, String pricing) {
        deliveries.accepted(conversations.reply(carla, conversation, "At five.", ref), ref);
        given.status(bakery, ref, status, clock.instant(), pricing);
    }

    private List<ReportLine> customers() {
        return reports.report(carla, TODAY, null, Grouping.CUSTOMER).lines();
    }

    @Test
    void ofTwoCustomersThatAreOneItIsTheirs() {
        writesAndIsAnswered(OTHER);
        database.update("insert into customer_conflict (customer_id, other_customer_id, found_at)"
                + " select min(id), max(id), now() from customer");
        maintenance.merge(maintenance.conflicts(1).getFirst().id(), carla);

        assertThat(customers()).singleElement().satisfies(line -> {
            assertThat(line.customer()).isNotNull();
            assertThat(line.figures().inbound()).isEqualTo(2);
            assertThat(line.figures().failed()).isEqualTo(2);
            assertThat(line.figures().meta().withoutRate()).isEqualTo(2);
        });
        assertThat(reconciliation.run(carla).agrees()).isTrue();
    }

    @Test
    void ofACustomerOfTwoNumbersOnlyWhatTheChosenOneCost() {
        NumberId catering = given.pausedNumber(Given.CATERING);
        given.writes(catering, Given.MARTA, "A buffet, please");
        given.writes(catering, Given.MARTA, "For forty");

        assertThat(customers())
                .singleElement()
                .satisfies(line -> assertThat(line.figures().inbound()).isEqualTo(3));
        assertThat(reports.report(carla, TODAY, catering, Grouping.CUSTOMER).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.customer()).isNotNull();
                    assertThat(line.figures().inbound()).isEqualTo(2);
                    assertThat(line.figures().sessions()).isOne();
                    assertThat(line.figures().failed()).isZero();
                    assertThat(line.figures().meta().withoutRate()).isZero();
                });
    }

    @Test
    void ofMessagesThatAreKeptNoLongerItIsStillTheirs() {
        clock.advance(Duration.ofDays(8));
        erasure.deleteSome(
                List.of(given.conversation(bakery, Given.MARTA)),
                bakery,
                clock.instant().minus(Duration.ofDays(7)),
                100);

        assertThat(database.queryForObject("select count(*) from message", Long.class))
                .isZero();
        assertThat(customers()).singleElement().satisfies(line -> {
            assertThat(line.customer()).isNotNull();
            assertThat(line.figures().failed()).isOne();
            assertThat(line.figures().meta().withoutRate()).isOne();
        });
        assertThat(reconciliation.run(carla).agrees()).isTrue();
    }
}

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
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The report and the ledger as files. */
@DatabaseTest
class BillingCsvTest {

    private static final Period MONTH = Period.month(YearMonth.of(2026, 11), ZoneId.of("Europe/Madrid"));

    @Autowired
    private Given given;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private BillingReports reports;

    @Autowired
    private BillingCsv csv;

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

    /** Two customers with awkward names; three inbound, two outbound, of which one failed after it was taken. */
    private void somethingHappened() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "Are you open?");
        clock.advance(Duration.ofMinutes(1));
        given.writes(bakery, Given.MARTA, "Hello?");
        given.writes(given.pausedNumber(Given.CATERING), "4915112345678", "Guten Tag");
        reply(marta, "first", "sent");
        reply(marta, "second", "sent");
        status("second", "failed");
        name(Given.MARTA, "=HYPERLINK(\"http://x\", \"Marta\")");
        name("4915112345678", "نور, الهاشمي\nb");
    }

    private void reply(ConversationId to, String key, String status) {
        MessageId reply = conversations.reply(ben, to, "Yes.", key);
        deliveries.accepted(reply, "wamid." + key);
        status(key, status);
    }

    private void status(String key, String status) {
        given.status(bakery, "wamid." + key, status);
    }

    private void name(String waId, String name) {
        database.update("update customer set name = ? where wa_id = ?", name, waId);
    }

    @ParameterizedTest
    @EnumSource
    void theTableAddsUpToTheReport(Grouping grouping) throws IOException {
        somethingHappened();
        StringBuilder out = new StringBuilder();
        csv.report(carla, MONTH, null, grouping, out);
        Figures total = reports.report(carla, MONTH, null, grouping).total();
        assertThat(sum(out, "Session fees")).isEqualByComparingTo(total.fees()).isEqualByComparingTo("0.02");
        assertThat(sum(out, "Inbound")).isEqualByComparingTo("3");
        assertThat(sum(out, "Outbound")).isEqualByComparingTo("1");
        assertThat(sum(out, "Failed")).isEqualByComparingTo("1");
    }

    @Test
    void theEntriesAddUpToTheReportAndACreditIsARowOfItsOwn() throws IOException {
        somethingHappened();
        StringBuilder out = new StringBuilder();
        csv.entries(carla, MONTH, null, out);
        assertThat(sum(out, "Amount")).isEqualByComparingTo("0.02");
        assertThat(cells(out)).hasSize(1 + 3 + 2 + 1);
        assertThat(column(out, "Entry"))
                .contains("credit")
                .filteredOn("credit"::equals)
                .hasSize(1);
        assertThat(column(out, "Customer")).contains("'=HYPERLINK(\"http://x\", \"Marta\")", "نور, الهاشمي\nb");
        assertThat(column(out, "Time")).contains("2026-11-23T10:00:00+01:00");
        assertThat(column(out, "Agent")).contains("ben", "");
    }

    @Test
    void oneNumbersFilesHaveOnlyItsOwn() throws IOException {
        somethingHappened();
        StringBuilder out = new StringBuilder();
        csv.entries(carla, MONTH, given.number(Given.CATERING), out);
        assertThat(sum(out, "Amount")).isEqualByComparingTo("0.005");
    }

    @Test
    void moreThanAPageOfEntriesComesWholeAndInOrder() throws IOException {
        given.writes(bakery, Given.MARTA, "Hello");
        // Many of one moment, as a busy second has them.
        database.update("""
                insert into ledger_entry (message_id, entry, direction, number_id, session_id, at, rate, amount)
                select e.message_id + x.n, 'CHARGE', 'INBOUND', e.number_id, e.session_id, e.at, 0.005, 0.005
                from ledger_entry e cross join (
                    select a.n * 150 + b.n as n
                    from (select row_number() over () as n from ledger_hundreds) a
                    cross join (select row_number() over () as n from ledger_hundreds) b) x
                """.replace("ledger_hundreds", "(" + "select 1 as one union all ".repeat(149) + "select 1) h"));
        StringBuilder out = new StringBuilder();
        csv.entries(carla, MONTH, null, out);
        assertThat(column(out, "Message")).hasSize(150 * 150 + 1).doesNotHaveDuplicates();
    }

    @Test
    void forAnAgentThereIsNothingAndNothingIsWritten() {
        StringBuilder out = new StringBuilder();
        assertThatThrownBy(() -> csv.entries(ben, MONTH, null, out)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> csv.report(ben, MONTH, null, Grouping.DAY, out))
                .isInstanceOf(RefusedException.class);
        assertThat(out).isEmpty();
    }

    private static BigDecimal sum(StringBuilder csv, String column) {
        return column(csv, column).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> column(StringBuilder csv, String column) {
        List<List<String>> rows = cells(csv);
        int at = rows.getFirst().indexOf(column);
        return rows.stream().skip(1).map(row -> row.get(at)).toList();
    }

    /** As a reader of RFC 4180 takes it apart. */
    private static List<List<String>> cells(StringBuilder csv) {
        assertThat(csv.charAt(0)).isEqualTo('\uFEFF');
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}

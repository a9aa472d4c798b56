package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import app.parley.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of an older Parley finds whose charges and failures are. */
@Tag("database")
class UpgradeTest {

    private final String url = TestDatabase.freshUrl(FreePlace.freshDirectory());
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url));

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(url, null, null)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + (TestDatabase.onPostgres() ? "postgresql" : "h2"));
    }

    @Test
    void whatWasToldOrFailedBeforeFindsItsConversation() {
        anOlderParleyIsThere();
        flyway().load().migrate();
        everythingIsFound();
    }

    /** H2 keeps what was done before a process was killed, and the next one begins the same step once more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void anUpgradeThatWasKilledInTheMiddleGoesOn(int done) {
        anOlderParleyIsThere();
        List<String> statements = statements("V24__whose_charges_and_failures_are");
        assertThat(statements).hasSize(9);
        statements.subList(0, done).forEach(database::execute);

        flyway().load().migrate();
        everythingIsFound();
    }

    @Test
    void theNextStepMayBeBegunOnceMoreToo() {
        flyway().target("24").load().migrate();
        statements("V25__currency_of_comparisons").forEach(database::execute);
        assertThat(flyway().load().migrate().success).isTrue();
    }

    private static List<String> statements(String migration) {
        try (InputStream file = Objects.requireNonNull(
                UpgradeTest.class.getResourceAsStream("/db/migration/common/" + migration + ".sql"))) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(script.replaceAll("(?m)^--.*$", "").split(";", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void anOlderParleyIsThere() {
        flyway().target("23").load().migrate();
        database.update("insert into account (waba_id) values ('1')");
        database.update("insert into number (account_id, phone_number_id, display_phone, name)"
                + " select min(id), '1', '+1', 'Bakery' from account");
        database.update("insert into customer (wa_id, name) values ('1', 'Marta')");
        database.update("insert into conversation (number_id, customer_id, last_at)"
                + " select min(n.id), min(c.id), now() from number n cross join customer c");
        message("known", "READ");
        message("failed", "FAILED");
        pricing("known", true);
        pricing("erased:1", true);
        charged(4712);
        pricing("erased:4712", true);
        failed("4712");
        pricing("somebody's", false);
        failed("(select min(id) from message where ref = 'failed')");
        failed("4711"); // It was erased.
    }

    private void everythingIsFound() {
        assertThat(database.queryForList(
                        "select ref from pricing where conversation_id = (select min(id) from conversation)",
                        String.class))
                .containsExactlyInAnyOrder("known", "erased:4712");
        assertThat(database.queryForObject("select count(*) from pricing where conversation_id is null", Long.class))
                .isEqualTo(2);
        assertThat(database.queryForList(
                        "select m.ref from failed_message f join message m on m.id = f.message_id"
                                + " and m.conversation_id = f.conversation_id",
                        String.class))
                .containsExactly("failed");
        assertThat(database.queryForObject(
                        "select conversation_id from failed_message where message_id = 4711", Long.class))
                .isZero();
        assertThat(database.queryForObject(
                        "select f.conversation_id - c.id from failed_message f cross join conversation c"
                                + " where f.message_id = 4712",
                        Long.class))
                .isZero();
    }

    private void charged(long erased) {
        database.update("insert into session (conversation_id, number_id, opened_at, ends_at)"
                + " select id, number_id, now(), now() from conversation");
        database.update(
                "insert into ledger_entry (message_id, entry, direction, number_id, session_id, at, rate, amount)"
                        + " select ?, 'CHARGE', 'OUTBOUND', number_id, id, now(), 0.005, 0.005 from session",
                erased);
    }

    private void message(String ref, String state) {
        database.update(
                "insert into message (conversation_id, number_id, direction, kind, at, received_at, text, state, ref)"
                        + " select id, number_id, 'OUTBOUND', 'TEXT', now(), now(), 'x', ?, ? from conversation",
                state,
                ref);
    }

    private void pricing(String ref, boolean attached) {
        database.update(
                "insert into pricing (number_id, ref, category, type, state, at, told_at, attached)"
                        + " select min(id), ?, 'utility', 'regular', 'READ', now(), now(), ? from number",
                ref,
                attached);
    }

    private void failed(String message) {
        database.update("insert into failed_message (message_id, number_id, at) select " + message
                + ", min(id), now() from number");
    }
}

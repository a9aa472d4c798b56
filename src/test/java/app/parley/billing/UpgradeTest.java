package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import app.parley.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

        flyway().load().migrate();

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

package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.outbox.FakeGraph;
import app.parley.team.AgentId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What happens while WhatsApp is asked to block somebody, and between that and letting them in again. */
@DatabaseTest
class BlockingMeanwhileTest {

    private static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Blocking blocking;

    @Autowired
    JdbcTemplate database;

    AgentId ben;
    ConversationId marta;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, GRAPH::url);
    }

    @BeforeEach
    void martaWrites() {
        GRAPH.reset();
        meanwhile(() -> {});
        ben = given.agent("Ben");
        marta = given.writes(given.pausedNumber(Given.BAKERY), MARTA, "Hello");
    }

    @Test
    void whoWasBlockedIsLetInAgainWhateverWhatsAppCallsThemByNow() {
        blocking.block(ben, marta);
        database.update("update customer set wa_id = '34699999999'");
        blocking.unblock(ben, marta);
        assertThat(told()).hasSize(2).allMatch(body -> body.contains("+" + MARTA));
        assertThat(blocking.newest(ben, 10)).isEmpty();
    }

    @Test
    void ofTwoWhoBlockAtOnceOneIsWrittenDown() {
        AgentId ana = given.agent("Ana");
        meanwhile(() -> blocking.block(ana, marta));
        blocking.block(ben, marta);
        assertThat(blocking.newest(ben, 10)).hasSize(1);
        assertThat(database.queryForList("select actor from audit_entry where action = 'CUSTOMER_BLOCKED'", Long.class))
                .containsExactly(ana.value());
        assertThat(told()).hasSize(2);
    }

    @Test
    void whoLosesTheNumberMeanwhileBlocksNobody() {
        meanwhile(() -> database.update("update agent set all_numbers = false where id = ?", ben.value()));
        assertThatThrownBy(() -> blocking.block(ben, marta))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
        assertThat(told()).as("what was told is taken back").hasSize(2);
        assertThat(blocking.newest(given.agent("Ana"), 10)).isEmpty();
        assertThat(database.queryForList("select 1 from audit_entry where action = 'CUSTOMER_BLOCKED'"))
                .isEmpty();
    }

    /** Before WhatsApp answers the first time. */
    private static void meanwhile(Runnable act) {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                act.run();
            }
            FakeGraph.answer(exchange, 200, "{}");
        });
    }

    private static List<String> told() {
        return GRAPH.requests().stream().map(FakeGraph.Request::body).toList();
    }
}

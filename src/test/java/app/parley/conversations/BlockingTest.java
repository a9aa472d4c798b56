package app.parley.conversations;

import static app.parley.SandboxProcess.ACCOUNT;
import static app.parley.SandboxProcess.SECRET;
import static app.parley.SandboxProcess.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.SandboxProcess;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Ben keeps a customer from writing, against a WhatsApp that answers over a socket. */
@DatabaseTest
class BlockingTest {

    private static final SandboxProcess WHATSAPP = new SandboxProcess();

    /** Wrote to the bakery's sandbox less than a day ago, as its history has it. */
    private static final String MARTA = "34612550187";

    private static final String NOBODY = "34600000000";

    @Autowired
    Given given;

    @Autowired
    Blocking blocking;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    AgentId ben;
    NumberId bakery;
    ConversationId marta;

    @DynamicPropertySource
    static void whatsApp(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", WHATSAPP::graphUrl);
        settings.add("parley.whatsapp.business-account-id", () -> ACCOUNT);
        settings.add("parley.whatsapp.access-token", () -> TOKEN);
        settings.add("parley.whatsapp.app-secret", () -> SECRET);
        settings.add("parley.whatsapp.verify-token", () -> "verify");
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @BeforeEach
    void martaWrites() {
        WHATSAPP.play("account", "{}");
        ben = given.agent("Ben");
        bakery = given.pausedNumber(Given.BAKERY);
        marta = given.writes(bakery, MARTA, "Hello");
    }

    @Test
    void nothingIsSentToWhomWeHaveBlockedUntilTheyAreUnblocked() {
        blocking.block(ben, marta);
        assertThat(inbox.header(ben, marta).orElseThrow().blockedAt()).isEqualTo(clock.instant());
        refused(Refusal.BLOCKED, () -> conversations.reply(ben, marta, "Hi", "key"));
        assertThat(blocking.newest(ben, 10))
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.conversation()).isEqualTo(marta));

        blocking.unblock(ben, marta);
        assertThat(blocking.newest(ben, 10)).isEmpty();
        conversations.reply(ben, marta, "Hi", "key");
        assertThat(database.queryForList(
                        "select action from audit_entry where action like 'CUSTOMER%' order by id", String.class))
                .containsExactly("CUSTOMER_BLOCKED", "CUSTOMER_UNBLOCKED");
    }

    @Test
    void whatABlockedCustomerHadWrittenBeforeStillComesIn() {
        blocking.block(ben, marta);
        clock.advance(Duration.ofSeconds(1));
        given.writes(bakery, MARTA, "Are you there?");
        assertThat(inbox.header(ben, marta).orElseThrow().unseen()).isEqualTo(2);
        assertThat(inbox.header(ben, marta).orElseThrow().blockedAt()).isNotNull();
    }

    @Test
    void whatWhatsAppRefusesIsNotRemembered() {
        ConversationId other = given.writes(bakery, NOBODY, "Hello");
        refused(Refusal.BLOCK_TOO_LATE, () -> blocking.block(ben, other));
        WHATSAPP.play("account", "{\"token\":\"expired\"}");
        refused(Refusal.BLOCK_FAILED, () -> blocking.block(ben, marta));
        assertThat(blocking.newest(ben, 10)).isEmpty();
    }

    @Test
    void whoMayNotUseTheNumberFindsNoSuchConversation() {
        AgentId guest = given.agentOf("Guest");
        refused(Refusal.NOT_FOUND, () -> blocking.block(guest, marta));
        blocking.block(ben, marta);
        refused(Refusal.NOT_FOUND, () -> blocking.unblock(guest, marta));
        assertThat(blocking.newest(guest, 10)).isEmpty();
    }

    private static void refused(Refusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}

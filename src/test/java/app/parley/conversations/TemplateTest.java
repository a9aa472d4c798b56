package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.TemplateFrame;
import app.parley.numbers.NumberId;
import app.parley.numbers.TemplateId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an agent may send when nothing else is taken. */
@DatabaseTest
class TemplateTest {

    private static final String ORDER_READY = """
            [{"type":"HEADER","format":"TEXT","text":"Order {{1}}"},
             {"type":"BODY","text":"Hello {{1}}, it is ready."},{"type":"FOOTER","text":"Bonita"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Coming"}]}]""";

    private static final Map<String, String> FILLED = Map.of("header.1", "A-17", "body.1", "Marta");

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    NumberId number;
    AgentId carla;
    ConversationId marta;
    TemplateId template;

    @BeforeEach
    void martaWroteTwoDaysAgo() {
        number = given.pausedNumber(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofDays(2));
        template = template("order_ready", "APPROVED", ORDER_READY);
    }

    @Test
    void aTemplateIsSentWithoutASessionAndOpensNone() {
        MessageId message = conversations.sendTemplate(carla, marta, choice(FILLED), "key");
        assertThat(shown(message).text()).isEqualTo("Hello Marta, it is ready.");
        assertThat(Objects.requireNonNull(shown(message).details()).template())
                .isEqualTo(new TemplateFrame(
                        "Order A-17", "Bonita", List.of(new TemplateFrame.Button("QUICK_REPLY", "Coming", null))));
        assertThat(inbox.header(carla, marta).orElseThrow().isOpenAt(clock.instant()))
                .isFalse();
        assertThat(given.list(carla, Filter.ALL).getFirst().preview())
                .extracting(preview -> Objects.requireNonNull(preview).text())
                .isEqualTo("Hello Marta, it is ready.");
        assertThat(database.queryForObject("select session_id from message where id = ?", Long.class, message.value()))
                .isNull();
    }

    @Test
    void pressedTwiceItIsSentOnce() {
        MessageId once = conversations.sendTemplate(carla, marta, choice(FILLED), "key");
        assertThat(conversations.sendTemplate(carla, marta, choice(FILLED), "key"))
                .isEqualTo(once);
    }

    @Test
    void whatIsNotApprovedNowIsRefused() {
        for (String status : List.of("PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED")) {
            database.update("update template set status = ?", status);
            refused(Refusal.TEMPLATE_GONE, () -> conversations.sendTemplate(carla, marta, choice(FILLED), status));
        }
    }

    @Test
    void anotherAccountsTemplateIsRefused() {
        database.update("insert into account (waba_id) values ('999')");
        database.update("update template set account_id = (select id from account where waba_id = '999')");
        refused(Refusal.TEMPLATE_GONE, () -> conversations.sendTemplate(carla, marta, choice(FILLED), "key"));
    }

    @Test
    void whatCannotBeSentFromHereIsRefused() {
        template = template(
                "place",
                "APPROVED",
                "[{\"type\":\"HEADER\",\"format\":\"LOCATION\"},{\"type\":\"BODY\",\"text\":\"x\"}]");
        refused(Refusal.TEMPLATE_GONE, () -> conversations.sendTemplate(carla, marta, choice(Map.of()), "key"));
    }

    @Test
    void tooFewValuesAndLineBreaksAreRefused() {
        refused(
                Refusal.TEMPLATE_INCOMPLETE,
                () -> conversations.sendTemplate(carla, marta, choice(Map.of("body.1", "Marta")), "1"));
        refused(
                Refusal.TEMPLATE_INCOMPLETE,
                () -> conversations.sendTemplate(
                        carla, marta, choice(Map.of("header.1", "A-17", "body.1", "Mar\nta")), "2"));
    }

    @Test
    void aFileIsThereWhenTheTemplateWantsOneAndOfItsKind() {
        OwnFile jpeg = new OwnFile("cd".repeat(32), "image/jpeg", "tart.jpg", 10, 4, 3, false);
        Content.File photo = new Content.File(MessageKind.IMAGE, jpeg, null);
        Content.File photoTooLargeForOne = new Content.File(MessageKind.DOCUMENT, jpeg, null);
        refused(Refusal.TEMPLATE_INCOMPLETE, () -> send(choice(FILLED, photo)));
        template = template(
                "tart", "APPROVED", "[{\"type\":\"HEADER\",\"format\":\"IMAGE\"},{\"type\":\"BODY\",\"text\":\"x\"}]");
        refused(Refusal.TEMPLATE_INCOMPLETE, () -> send(choice(Map.of(), null)));
        refused(Refusal.TEMPLATE_INCOMPLETE, () -> send(choice(Map.of(), photoTooLargeForOne)));
        assertThat(Objects.requireNonNull(shown(send(choice(Map.of(), photo))).attachment())
                        .fileName())
                .isEqualTo("tart.jpg");
    }

    @Test
    void whatWasPutAwayTakesNoTemplate() {
        conversations.archive(carla, List.of(marta));
        refused(Refusal.ARCHIVED, () -> send(choice(FILLED)));
    }

    @Test
    void aConversationBeginsWithATemplate() {
        ConversationId begun = conversations.begin(carla, number, "34600000001");
        refused(Refusal.EXPIRED, () -> conversations.reply(carla, begun, "Hello", "text"));
        conversations.sendTemplate(carla, begun, choice(FILLED), "key");
        assertThat(given.list(carla, Filter.ALL).getFirst().customerName()).isEqualTo("+34600000001");
        assertThat(conversations.begin(carla, number, "34600000001"))
                .as("the same for ever")
                .isEqualTo(begun);
        assertThat(conversations.begin(carla, number, MARTA)).isEqualTo(marta);
    }

    @Test
    void onANumberThatIsNotTheirsNobodyBeginsAnything() {
        AgentId ben = given.agentOf("Ben", given.number(Given.CATERING));
        refused(Refusal.NOT_FOUND, () -> conversations.begin(ben, number, "34600000001"));
        refused(Refusal.NOT_FOUND, () -> conversations.sendTemplate(ben, marta, choice(FILLED), "key"));
        for (String phone : List.of("", "12", "+34600000001", "034600000001", "3".repeat(16), "346OO")) {
            refused(Refusal.NO_PHONE, () -> conversations.begin(carla, number, phone));
        }
        assertThat(given.list(carla, Filter.ALL)).hasSize(1);
    }

    private MessageId send(TemplateChoice choice) {
        return conversations.sendTemplate(carla, marta, choice, "key");
    }

    private TemplateChoice choice(Map<String, String> values) {
        return choice(values, null);
    }

    private TemplateChoice choice(Map<String, String> values, Content.@Nullable File header) {
        return new TemplateChoice(template, values, header);
    }

    private ChatMessage shown(MessageId message) {
        return inbox.open(carla, marta, 50).messages().stream()
                .filter(each -> each.id().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private TemplateId template(String name, String status, String components) {
        database.update(
                "insert into template (account_id, name, language, status, components, updated_at) values ("
                        + "(select account_id from number where id = ?), ?, 'en_US', ?, ?, current_timestamp)",
                number.value(),
                name,
                status,
                components);
        return new TemplateId(Objects.requireNonNull(
                database.queryForObject("select id from template where name = ?", Long.class, name)));
    }

    private static void refused(Refusal why, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(why));
    }
}

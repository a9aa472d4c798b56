package app.parley.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.parley.attacks.Markup.Bunch;
import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.TemplateChoice;
import app.parley.numbers.NumberId;
import app.parley.numbers.TemplateId;
import app.parley.team.AgentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What agents, admins and Meta may name as they like, and what agents send: by services, and by rows where there are many. */
final class Insider {

    /** So that a message is not so long that it is shortened. */
    static final int IN_A_TEMPLATE = 6;

    private static final int LONGEST_NAME = 200;

    private final Conversations conversations;
    private final AuditLog audit;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    Insider(Conversations conversations, AuditLog audit, JdbcTemplate database, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.audit = audit;
        this.database = database;
    }

    AgentId carla() {
        return new AgentId(id("select id from agent where email = 'carla@bonita.example'"));
    }

    /** Nothing is sent from the number that the markup comes to: what is answered there waits in the chat. */
    void pause() {
        database.update("update number set paused = true where phone_number_id = '106540352242923'");
    }

    void nameAgents() {
        for (int i = 0; i < Markup.ALL.size(); i++) {
            database.update(
                    "insert into agent (email, name, password_hash, role, disabled) values (?, ?, 'none', 'AGENT', false)",
                    "agent" + i + "@bonita.example",
                    storable(Markup.ALL.get(i)));
        }
    }

    /** Replies, by many agents; half of them failed for a reason of Meta's. */
    void answer(ConversationId gallery) {
        AgentId carla = carla();
        List<Long> agents =
                database.query("select id from agent where password_hash = 'none'", (row, _) -> row.getLong(1));
        int at = 0;
        for (Bunch bunch : Markup.bunches("reply")) {
            long message = conversations
                    .reply(carla, gallery, bunch.text(), "attack-" + at)
                    .value();
            database.update("update message set agent_id = ? where id = ?", agents.get(at), message);
            if (at++ % 2 == 0) {
                database.update(
                        "update message set state = 'FAILED', error_code = 4711, error_title = ? where id = ?",
                        storable(bunch.text()),
                        message);
            }
        }
    }

    void beWrittenDown() {
        transaction.executeWithoutResult(_ -> Markup.ALL.forEach(text -> audit.record(
                AuditAction.MEMBER_RENAMED,
                carla().value(),
                storable(text + " #subject"),
                storable(text + " #detail"))));
    }

    void block() {
        database.update(
                "update conversation set blocked_at = ? where id in (select max(v.id) from conversation v join customer c"
                        + " on c.id = v.customer_id where c.wa_id like '34698%' group by v.id order by 1 limit 200)",
                Timestamp.from(Instant.now()));
    }

    /** Accounts, each with a number of its own; returns a conversation with somebody new there. */
    ConversationId nameAccountsAndNumbers() {
        List<Bunch> names = Markup.fitting("number", LONGEST_NAME);
        for (int i = 0; i < names.size(); i++) {
            database.update(
                    "insert into account (waba_id, name) values (?, ?)",
                    "attack" + i,
                    storable(names.get(i).text()));
            database.update(
                    "insert into number (account_id, phone_number_id, display_phone, name, paused)"
                            + " select id, ?, '+1 555 010 0000', ?, true from account where waba_id = ?",
                    "attack" + i,
                    storable(names.get(i).text()),
                    "attack" + i);
        }
        database.update(
                "update account set name = ? where waba_id = '102290129340398'",
                storable(names.getFirst().text()));
        NumberId first = new NumberId(id("select id from number where phone_number_id = 'attack0'"));
        return conversations.begin(carla(), first, "34697000000");
    }

    /** Templates for the first of those numbers, and each of them sent, filled in with more. */
    void sendTemplates(ConversationId conversation) {
        for (Bunch bunch : Markup.bunches("template", IN_A_TEMPLATE)) {
            String text = bunch.text().replaceAll("[{}]", "|");
            String name = storable(bunch.texts().getFirst());
            String components = JsonMapper.shared()
                    .writeValueAsString(List.of(
                            Map.of("type", "HEADER", "format", "TEXT", "text", storable(text + "head")),
                            Map.of("type", "BODY", "text", storable(text + "body") + " {{1}}"),
                            Map.of("type", "FOOTER", "text", storable(text + "foot")),
                            Map.of(
                                    "type",
                                    "BUTTONS",
                                    "buttons",
                                    List.of(
                                            Map.of("type", "QUICK_REPLY", "text", storable(text + "button")),
                                            Map.of(
                                                    "type",
                                                    "URL",
                                                    "text",
                                                    "Open",
                                                    "url",
                                                    "javascript:ran()//" + storable(text))))));
            database.update(
                    "insert into template (account_id, name, language, category, status, parameter_format, components,"
                            + " updated_at) select id, ?, 'en', 'UTILITY', 'APPROVED', 'POSITIONAL', ?, ? from account"
                            + " where waba_id = 'attack0'",
                    name,
                    components,
                    Timestamp.from(Instant.now()));
            TemplateId template = new TemplateId(id("select max(id) from template"));
            String value = storable(
                    bunch.text().replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").replace("#template", "#parameter"));
            conversations.sendTemplate(
                    carla(),
                    conversation,
                    new TemplateChoice(template, Map.of("body.1", value), null),
                    "t" + template.value());
        }
    }

    /** As the database takes it, whichever it is. */
    private static String storable(String text) {
        return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    }

    ConversationId gallery() {
        return new ConversationId(id("select v.id from conversation v join customer c on c.id = v.customer_id"
                + " where c.wa_id = '" + Smuggler.GALLERY + "'"));
    }

    long messages() {
        return id("select count(*) from message");
    }

    private long id(String sql) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class));
    }
}

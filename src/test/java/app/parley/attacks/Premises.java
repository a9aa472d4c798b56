package app.parley.attacks;

import app.parley.attacks.Markup.Bunch;
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
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, numbers and templates, which Meta and admins name as they like. */
final class Premises {

    /** So that a message is not so long that it is shortened. */
    static final int IN_A_TEMPLATE = 6;

    private static final String ELSEWHERE = "attack";

    private final Conversations conversations;
    private final JdbcTemplate database;
    private final Room room;

    Premises(Conversations conversations, JdbcTemplate database) {
        this.conversations = conversations;
        this.database = database;
        this.room = new Room(database);
    }

    /** Nothing is sent from the number that the markup comes to: what is answered there waits in the chat. */
    void pause() {
        database.update("update number set paused = true where phone_number_id = '106540352242923'");
    }

    /** The account and a number of the demo's, and another of each; returns a conversation with somebody new there. */
    ConversationId nameAll(AgentId carla) {
        room.make("account", "name");
        room.make("number", "name");
        database.update("insert into account (waba_id, name) values (?, ?)", ELSEWHERE, Room.whole());
        database.update(
                "insert into number (account_id, phone_number_id, display_phone, name, paused)"
                        + " select id, ?, '+1 555 010 0000', ?, true from account where waba_id = ?",
                ELSEWHERE,
                Room.whole(),
                ELSEWHERE);
        room.fill("account", "waba_id = '102290129340398'", "name");
        room.fill(
                "number",
                "phone_number_id = '" + Room.BAKERY + "'",
                "name",
                "rating",
                "standing",
                "name_status",
                "throughput_level",
                "can_send",
                "advice",
                "messaging_limit");
        database.update(
                "update number set standing_at = ?, quality = 'FLAGGED' where phone_number_id = ?",
                Timestamp.from(Instant.now()),
                Room.BAKERY);
        room.fill("number", "phone_number_id = '" + ELSEWHERE + "'", "quality");
        return conversations.begin(carla, number(), "34697000000");
    }

    private NumberId number() {
        return new NumberId(room.id("select id from number where phone_number_id = ?", ELSEWHERE));
    }

    /** Templates for the other number, and each of them sent, filled in with more; and one that is in trouble. */
    void sendTemplates(AgentId carla, ConversationId conversation) {
        for (Bunch bunch : Markup.bunches("template", IN_A_TEMPLATE)) {
            TemplateId template = template(bunch.texts().getFirst(), components(withoutBraces(bunch.text())));
            String value = Markup.storable(
                    bunch.text().replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").replace("#template", "#parameter"));
            conversations.sendTemplate(
                    carla,
                    conversation,
                    new TemplateChoice(template, Map.of("body.1", value), null),
                    "t" + template.value());
        }
        TemplateId troubled = template("troubled", "[]");
        room.fill(
                "template", "id = " + troubled.value(), "name", "language", "category", "status", "quality", "reason");
    }

    private TemplateId template(String name, String components) {
        database.update(
                "insert into template (account_id, name, language, category, status, parameter_format, components,"
                        + " updated_at) select id, ?, 'en', 'UTILITY', 'APPROVED', 'POSITIONAL', ?, ? from account"
                        + " where waba_id = ?",
                Markup.storable(name),
                components,
                Timestamp.from(Instant.now()),
                ELSEWHERE);
        return new TemplateId(room.id("select max(id) from template"));
    }

    /** What is in braces would have to be filled in. */
    static String withoutBraces(String text) {
        return text.replaceAll("[{}]", "|");
    }

    private static String components(String given) {
        String text = Markup.storable(given);
        Map<String, String> reply = Map.of("type", "QUICK_REPLY", "text", text + "button");
        Map<String, String> link = Map.of("type", "URL", "text", "Open", "url", "javascript:ran()//" + text);
        return JsonMapper.shared()
                .writeValueAsString(List.of(
                        Map.of("type", "HEADER", "format", "TEXT", "text", text + "head"),
                        Map.of("type", "BODY", "text", text + "body {{1}}"),
                        Map.of("type", "FOOTER", "text", text + "foot"),
                        Map.of("type", "BUTTONS", "buttons", List.of(reply, link))));
    }
}

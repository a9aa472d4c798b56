package app.parley.attacks;

import app.parley.attacks.Markup.Bunch;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.live.Typing;
import app.parley.live.Typing.Typist;
import app.parley.team.AgentId;
import app.parley.team.TeamAdministration;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Colleagues whose names are markup, what they write, and what admins do about customers. */
final class Insider {

    static final String WHOLE = "whole@bonita.example";

    /** What is quoted is cut there. */
    private static final int LONGEST_QUOTE = 190;

    private final Conversations conversations;
    private final TeamAdministration administration;
    private final Typing typing;
    private final JdbcTemplate database;
    private final Room room;

    Insider(Conversations conversations, TeamAdministration administration, Typing typing, JdbcTemplate database) {
        this.conversations = conversations;
        this.administration = administration;
        this.typing = typing;
        this.database = database;
        this.room = new Room(database);
    }

    AgentId carla() {
        return agent("carla@bonita.example");
    }

    AgentId ben() {
        return agent("ben@bonita.example");
    }

    private AgentId agent(String email) {
        return new AgentId(room.id("select id from agent where email = ?", email));
    }

    ConversationId gallery() {
        return new ConversationId(room.id(
                "select v.id from conversation v join customer c on c.id = v.customer_id where c.wa_id = ?",
                Smuggler.GALLERY));
    }

    /** Many with a few texts each; and Ben, and one about whom all can be done, with all of them. */
    void nameAgents() {
        room.fill("agent", "email = 'ben@bonita.example'", "name");
        List<String> names = Markup.names();
        for (int i = 0; i < names.size(); i++) {
            join("agent" + i + "@bonita.example", Markup.storable(names.get(i)), true);
        }
        join(WHOLE, Room.whole(), false);
        AgentId whole = agent(WHOLE);
        Timestamp now = Timestamp.from(Instant.now());
        database.update(
                "insert into agent_number (agent_id, number_id) select ?, id from number where phone_number_id = ?",
                whole.value(),
                Room.BAKERY);
        database.update(
                "insert into second_factor (agent_id, secret, since) values (?, 'none', ?)", whole.value(), now);
    }

    /** One about whom all can be done comes in by the provider, until an admin forgets it. */
    void comeInByTheProvider() {
        database.update("delete from external_identity");
        database.update(
                "insert into external_identity (issuer, subject, agent_id, linked_at) values ('none', 'none', ?, ?)",
                agent(WHOLE).value(),
                Timestamp.from(Instant.now()));
    }

    private void join(String email, String name, boolean allNumbers) {
        database.update(
                "insert into agent (email, name, password_hash, role, disabled, all_numbers)"
                        + " values (?, ?, 'none', 'AGENT', false, ?)",
                email,
                name,
                allNumbers);
    }

    /** Replies, by all of them; one failed for a reason of Meta's. The last picture is as if Ben had sent it. */
    void answer(ConversationId gallery) {
        List<Bunch> replies = new ArrayList<>(Markup.bunches("reply"));
        replies.addAll(Markup.fitting("strip", LONGEST_QUOTE));
        List<Long> agents = database.query(
                "select id from agent where password_hash = 'none' and all_numbers order by id",
                (row, _) -> row.getLong(1));
        for (int i = 0; i < agents.size(); i++) {
            String text = i < replies.size() ? replies.get(i).text() : "Yes";
            database.update(
                    "update message set state = 'SENT', agent_id = ? where id = ?",
                    agents.get(i),
                    reply(gallery, text, "attack-" + i));
        }
        database.update(
                "update message set state = 'FAILED', error_code = 4711, error_title = ? where id = ?",
                Room.whole(),
                reply(gallery, "No", "attack"));
        database.update(
                "update message set direction = 'OUTBOUND', state = 'SENT', agent_id = ? where id ="
                        + " (select max(id) from message where kind = 'IMAGE' and conversation_id = ?)",
                ben().value(),
                gallery.value());
    }

    private long reply(ConversationId gallery, String text, String key) {
        return conversations.reply(carla(), gallery, text, key).value();
    }

    /** In a reply box, not sent so far. */
    void draft(ConversationId conversation) {
        conversations.draft(carla(), conversation, Room.whole());
    }

    /** As if Ben's whole name were his first one. */
    void type(ConversationId conversation) {
        typing.typing(new Typist(ben(), Room.whole(), "elsewhere"), conversation);
    }

    /** @param until null: none was ever opened */
    void session(ConversationId conversation, @Nullable Instant until) {
        database.update(
                "update conversation set session_ends_at = ? where id = ?",
                until == null ? null : Timestamp.from(until),
                conversation.value());
    }

    /** All who came in a crowd, and one at the number whose name is markup. */
    void block() {
        database.update(
                "update conversation set blocked_at = ? where customer_id in (select id from customer where wa_id like"
                        + " '34698%') or id = (select max(id) from conversation where number_id = (select id from number"
                        + " where phone_number_id = ?))",
                Timestamp.from(Instant.now()), Room.BAKERY);
    }

    /** The end of the address of a link that invites. */
    String invitation() {
        return administration.newLink(carla(), agent(WHOLE));
    }
}

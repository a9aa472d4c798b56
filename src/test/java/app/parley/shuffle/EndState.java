package app.parley.shuffle;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.ListOrder;
import app.parley.conversations.RowKey;
import app.parley.team.AgentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that stands, in lines that hold no id of ours that depends on the order of arrival. */
final class EndState {

    private static final List<String> TABLES = List.of("""
            select 'customer', c.id, c.user_id, c.wa_id, c.phone, c.username, c.name from customer c order by c.id""", """
            select 'conflict', c.customer_id, c.other_customer_id, c.settled_at from customer_conflict c
            order by c.customer_id, c.other_customer_id""", """
            select 'conversation', v.id, v.number_id, v.customer_id, v.archived, v.last_at, m.ref, v.waiting, v.unseen,
                (select count(*) from unseen u where u.conversation_id = v.id), s.opened_at, s.ends_at, v.session_ends_at
            from conversation v left join message m on m.id = v.last_message_id left join session s on s.id = v.session_id
            order by v.id""", """
            select 'session', s.conversation_id, s.opened_at, s.ends_at, s.ended_at, s.ended_by,
                (select count(*) from message m where m.session_id = s.id)
            from session s order by s.conversation_id, s.opened_at""", """
            select 'message', m.conversation_id, m.number_id, m.ref, m.direction, m.kind, m.at, m.received_at, m.text,
                m.refers_to, m.state, m.error_code, m.error_title, m.send_key, m.forwarded, m.edited_at, m.revoked_at,
                m.rich, m.sent_at, m.delivered_at, m.read_at, m.played_at, m.failed_at, s.opened_at,
                (select count(*) from unseen u where u.message_id = m.id)
            from message m left join session s on s.id = m.session_id order by m.conversation_id, m.at, m.ref""", """
            select 'reaction', r.number_id, r.ref, r.direction, r.emoji, r.at, m.ref
            from reaction r join message m on m.id = r.message_id order by r.number_id, r.ref, r.direction""", """
            select 'attachment', m.ref, a.media_ref, a.mime_type, a.file_name
            from attachment a join message m on m.id = a.message_id order by m.ref""", """
            select 'early status', e.number_id, e.ref, e.state, e.at, e.error_code from early_status e
            order by e.number_id, e.ref, e.state""", """
            select 'early change', e.number_id, e.ref, m.ref from early_change e join message m on m.id = e.message_id
            order by m.ref""", """
            select 'pricing', p.number_id, p.ref, p.category, p.type, p.model, p.billable, p.state, p.at
            from pricing p order by p.number_id, p.ref""");

    private EndState() {}

    static List<String> read(JdbcTemplate database, InboxQueries inbox, AgentId agent) {
        List<String> lines = new ArrayList<>();
        for (String table : TABLES) {
            database.query(table, row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.append(row.getString(i)).append(" | ");
                }
                lines.add(line.toString());
            });
        }
        list(inbox, agent, lines);
        return lines;
    }

    /** As the agent sees it: the list in its order, and what is in each conversation. */
    private static void list(InboxQueries inbox, AgentId agent, List<String> lines) {
        ConversationQuery query = new ConversationQuery(null, Filter.ALL, ListOrder.NEWEST);
        @Nullable RowKey after = null;
        List<ConversationRow> page = inbox.page(agent, query, after, 100);
        while (!page.isEmpty()) {
            for (ConversationRow row : page) {
                lines.add(row.toString());
                inbox.open(agent, row.id(), 40).messages().forEach(message -> lines.add(bubble(message)));
            }
            after = page.getLast().key(ListOrder.NEWEST);
            page = inbox.page(agent, query, after, 100);
        }
    }

    private static String bubble(ChatMessage m) {
        return "  " + List.of(m.at(), m.kind(), String.valueOf(m.text()), m.unseen(), String.valueOf(m.state()))
                + m.reaction() + m.edited() + m.revoked() + m.forwarded() + m.details()
                + (m.quote() == null ? "" : m.quote().text());
    }
}

package app.parley.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.parley.attacks.Markup.Bunch;
import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.conversations.ConversationId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins read: of deeds, of troubles, of what Meta told, of what it all costs. */
final class Papers {

    private final AuditLog audit;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Room room;
    private final Timestamp now = Timestamp.from(Instant.now());

    Papers(AuditLog audit, JdbcTemplate database, TransactionTemplate transaction) {
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.room = new Room(database);
    }

    /** Through its door as much as that takes, and one line of Ben's, from an address that is markup. */
    void auditLog(long carla) {
        transaction.executeWithoutResult(_ -> {
            for (Bunch bunch : Markup.fitting("subject", 290)) {
                String text = Markup.storable(bunch.text());
                audit.record(AuditAction.MEMBER_RENAMED, carla, text, text.replace("#subject", "#detail"));
            }
        });
        room.make("audit_entry", "address");
        database.update(
                "insert into audit_entry (at, actor, address, action) select ?, id, ?, 'SIGNED_IN' from agent"
                        + " where email = 'ben@bonita.example'",
                now,
                Room.whole());
    }

    /** A body that is nothing but markup, and a reason that quotes it. */
    void journal() {
        room.make("journal", "reason", "signed_by");
        database.update(
                "insert into journal (received_at, state, reason, signed_by, body) values (?, 'QUARANTINED', ?, ?, ?)",
                now,
                Room.whole(),
                Room.whole(),
                Room.whole().getBytes(UTF_8));
    }

    void accountEvent() {
        room.make("account_event", "field", "event", "subject", "detail");
        String whole = Room.whole();
        database.update(
                "insert into account_event (account_id, field, event, happened_at, received_at, subject, detail, hash,"
                        + " raw) select id, ?, ?, ?, ?, ?, ?, 'attack', '{}' from account where waba_id = 'attack'",
                whole,
                whole,
                now,
                now,
                whole,
                whole);
    }

    /** A customer to whom Ben has written for money; somebody else may be the same. Returns a conversation of theirs. */
    ConversationId customer() {
        ConversationId conversation = new ConversationId(room.id(
                "select v.id from ledger_entry l join message m on m.id = l.message_id join conversation v on v.id ="
                        + " m.conversation_id join number n on n.id = v.number_id join agent a on a.id = l.agent_id"
                        + " where n.phone_number_id = ? and a.email = 'ben@bonita.example' and not exists (select 1 from"
                        + " conversation w where w.customer_id = v.customer_id and w.id <> v.id)"
                        + " group by v.id order by count(*) desc limit 1",
                Room.BAKERY));
        room.fill(
                "customer",
                "id = (select customer_id from conversation where id = " + conversation.value() + ")",
                "name",
                "username");
        database.update(
                "insert into customer_conflict (customer_id, other_customer_id, found_at) select c.id, max(o.id), ? from"
                        + " customer c, customer o where c.id = (select customer_id from conversation where id = ?) and"
                        + " o.id <> c.id group by c.id",
                now,
                conversation.value());
        return conversation;
    }

    /** A rate that Ben has settled for the number whose name is markup, and a budget for it that is spent. */
    void settings() {
        database.update(
                "insert into rate (number_id, direction, amount, starts_at, agent_id, added_at) select n.id, 'INBOUND',"
                        + " 0.006, ?, a.id, ? from number n, agent a where n.phone_number_id = ?"
                        + " and a.email = 'ben@bonita.example'",
                Timestamp.from(Instant.now().plus(Duration.ofDays(30))),
                now,
                Room.BAKERY);
        database.update(
                "insert into budget (number_id, amount) select id, 0.000001 from number where phone_number_id = ?",
                Room.BAKERY);
    }
}

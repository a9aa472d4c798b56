package app.parley.numbers;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import app.parley.team.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins settle about a number; others are refused. */
@Service
@Transactional
public class NumberSettings {

    private final Numbers numbers;
    private final Team team;
    private final AuditLog audit;

    NumberSettings(Numbers numbers, Team team, AuditLog audit) {
        this.numbers = numbers;
        this.team = team;
        this.audit = audit;
    }

    /** @see Numbers#enable */
    public void enable(AgentId admin, NumberId id, boolean enabled) {
        note(enabled ? AuditAction.NUMBER_ENABLED : AuditAction.NUMBER_DISABLED, admin, id, null);
        numbers.enable(id, enabled);
    }

    /** Whether anything is sent from it. */
    public void send(AgentId admin, NumberId id, boolean sends) {
        note(sends ? AuditAction.NUMBER_RESUMED : AuditAction.NUMBER_PAUSED, admin, id, null);
        if (sends) {
            numbers.resume(id);
        } else {
            numbers.pause(id, null);
        }
    }

    /** @see Numbers#receipts */
    public void receipts(AgentId admin, NumberId id, ReceiptSettings receipts) {
        String what = "read receipts " + receipts.readReceipts() + ", typing " + receipts.showsTyping();
        note(AuditAction.NUMBER_CHANGED, admin, id, what);
        numbers.receipts(id, receipts);
    }

    /** @param perSecond null for the usual */
    public void throughput(AgentId admin, NumberId id, @Nullable Integer perSecond) {
        note(AuditAction.NUMBER_CHANGED, admin, id, "throughput " + (perSecond == null ? "-" : perSecond));
        numbers.throughput(id, perSecond);
    }

    private void note(AuditAction action, AgentId admin, NumberId id, @Nullable String what) {
        team.requireAdmin(admin);
        String name = numbers.byId(id).map(PhoneNumberEntry::name).orElse(null);
        audit.record(action, admin.value(), name, what);
    }
}

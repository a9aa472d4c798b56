package app.parley.privacy;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.numbers.RetentionChanged;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who changed how long messages are kept. */
@Component
class RetentionAudit {

    private final Numbers numbers;
    private final AuditLog audit;
    private final CurrentAgent currentAgent;

    RetentionAudit(Numbers numbers, AuditLog audit, CurrentAgent currentAgent) {
        this.numbers = numbers;
        this.audit = audit;
        this.currentAgent = currentAgent;
    }

    @EventListener
    void on(RetentionChanged changed) {
        audit.record(
                AuditAction.RETENTION_CHANGED,
                currentAgent.find().map(Agent::requireId).map(AgentId::value).orElse(null),
                numbers.byId(changed.number()).map(PhoneNumberEntry::name).orElse(null),
                changed.days() == null ? "for ever" : changed.days() + " days");
    }
}

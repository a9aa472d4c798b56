package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers somebody is logged in with: everybody looks after their own, and admins after everybody's. */
@Service
@Transactional
public class Logins {

    private final OpenLogins open;
    private final Team team;
    private final MemberRepository members;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Logins(OpenLogins open, Team team, MemberRepository members, AuditLog audit, ApplicationEventPublisher events) {
        this.open = open;
        this.team = team;
        this.members = members;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Login> of(AgentId asker, AgentId whose) {
        requireOwnOrAdmin(asker, whose);
        return open.of(whose);
    }

    /** No browser of theirs is kept logged in from now on: that one would be back at once, and none can be told apart. */
    public void end(AgentId asker, AgentId whose, List<Login> logins) {
        requireOwnOrAdmin(asker, whose);
        members.forgetBrowsers(whose);
        String subject = team.byId(whose).map(Agent::nameAndEmail).orElse(null);
        logins.forEach(login -> audit.record(
                AuditAction.LOGIN_ENDED, asker.value(), subject, Objects.requireNonNullElse(login.address(), "")));
        events.publishEvent(
                new LoginsEnded(whose, logins.stream().map(Login::id).toList()));
    }

    private void requireOwnOrAdmin(AgentId asker, AgentId whose) {
        if (!asker.equals(whose)) {
            team.requireAdmin(asker);
        }
    }
}

package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comes in by a link and chooses a password. */
@Service
@Transactional
public class InvitationAcceptance {

    private final MemberRepository staff;
    private final AgentRepository agents;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    InvitationAcceptance(
            MemberRepository staff,
            AgentRepository agents,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.agents = agents;
        this.invitations = invitations;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
    }

    /** Whom a link is for; empty when it is used, over or replaced. */
    @Transactional(readOnly = true)
    public Optional<Agent> guest(String token) {
        return invitations.find(token).flatMap(agents::findById);
    }

    /**
     * The password holds from now on, and the link no longer; whoever is logged in as them has to log in again.
     *
     * @throws TeamRefusedException if the link is over, or the password no good: then the link stays as it is
     */
    public void choosePassword(String token, String password) {
        AgentId agent = invitations
                .find(token)
                .filter(_ -> invitations.use(token))
                .orElseThrow(() -> new TeamRefusedException(TeamRefusal.LINK_OVER));
        if (Passwords.fault(password, require(agent)).isPresent()) {
            throw new TeamRefusedException(TeamRefusal.PASSWORD);
        }
        staff.joined(agent, passwords.encode(password));
        audit.record(AuditAction.PASSWORD_CHOSEN, agent.value(), null, null);
        events.publishEvent(new AgentChanged(agent));
    }

    private Agent require(AgentId agent) {
        return agents.findById(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.LINK_OVER));
    }
}

package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one's own password. */
@Service
@Transactional
public class PasswordChange {

    private final AgentRepository agents;
    private final MemberRepository staff;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    PasswordChange(
            AgentRepository agents,
            MemberRepository staff,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.agents = agents;
        this.staff = staff;
        this.invitations = invitations;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Whoever is logged in as them has to log in again, they themselves too; a link to choose another one is void.
     *
     * @throws TeamRefusedException if the one they have is another, or the new one is no good
     */
    public void change(AgentId me, String current, String fresh) {
        Agent agent = agents.findById(me)
                .filter(one -> !one.disabled())
                .orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
        if (Passwords.tooLong(current) || !passwords.matches(current, agent.passwordHash())) {
            throw new TeamRefusedException(TeamRefusal.WRONG_PASSWORD);
        }
        if (Passwords.fault(fresh, agent).isPresent()) {
            throw new TeamRefusedException(TeamRefusal.PASSWORD);
        }
        staff.joined(me, passwords.encode(fresh));
        invitations.voidOf(me);
        audit.record(AuditAction.PASSWORD_CHOSEN, me.value(), null, null);
        events.publishEvent(new AgentChanged(me));
    }
}

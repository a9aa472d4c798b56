package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows ours by whom an identity provider says they are. Nobody new is made this way: an admin invites people. */
@Service
@Transactional
public class OutsideIdentities {

    private final OutsideIdentityRepository repository;
    private final AgentRepository agents;
    private final StaffRepository staff;
    private final Team team;
    private final AuditLog audit;
    private final Clock clock;

    OutsideIdentities(
            OutsideIdentityRepository repository,
            AgentRepository agents,
            StaffRepository staff,
            Team team,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.agents = agents;
        this.staff = staff;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whoever has come this way before is who they were then. The first time it is whose email the provider knows to be
     * theirs; they are linked from now on.
     *
     * @param email null when the provider does not say
     * @throws StrangerException when that is nobody who may come in
     */
    public Agent recognise(String issuer, String subject, @Nullable String email, boolean emailVerified)
            throws StrangerException {
        Optional<Agent> known = repository.find(issuer, subject).flatMap(agents::findById);
        Agent who = known.isPresent() ? known.get() : byEmail(email, emailVerified);
        if (who.disabled()) {
            throw new StrangerException(Strangeness.UNKNOWN, who);
        }
        return known.isPresent() ? who : link(issuer, subject, who);
    }

    /** For somebody whose account at the provider is another one now: the next one with their email is theirs again. */
    public void forget(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent whose = agents.findById(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
        if (repository.forget(agent) > 0) {
            audit.record(AuditAction.IDENTITY_FORGOTTEN, admin.value(), whose.nameAndEmail(), null);
        }
    }

    private Agent byEmail(@Nullable String email, boolean verified) throws StrangerException {
        if (email == null || email.isBlank() || !verified) {
            throw new StrangerException(Strangeness.UNVERIFIED, null);
        }
        String stripped = email.strip();
        // Of other alphabets some capitals have a Latin small letter: then it is somebody else's address.
        boolean isPlain = stripped.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        String stored = isPlain ? stripped.toLowerCase(Locale.ROOT) : stripped;
        return agents.findByEmail(stored).orElseThrow(() -> new StrangerException(Strangeness.UNKNOWN, null));
    }

    private Agent link(String issuer, String subject, Agent agent) throws StrangerException {
        AgentId id = agent.requireId();
        staff.lockWithAdmins(id); // Of two who come in for the first time at once, the second finds the link.
        Optional<AgentId> meanwhile = repository.find(issuer, subject);
        if (meanwhile.isEmpty()) {
            if (repository.isKnown(id, issuer)) {
                throw new StrangerException(Strangeness.SOMEBODY_ELSE, agent);
            }
            repository.link(issuer, subject, id, clock.instant());
            staff.cameIn(id);
            audit.record(AuditAction.IDENTITY_LINKED, id.value(), null, issuer);
        } else if (!meanwhile.get().equals(id)) {
            throw new StrangerException(Strangeness.SOMEBODY_ELSE, agent);
        }
        return agent;
    }
}

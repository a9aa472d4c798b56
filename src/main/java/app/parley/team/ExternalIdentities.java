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
public class ExternalIdentities {

    private final ExternalIdentityRepository repository;
    private final AgentRepository agents;
    private final MemberRepository members;
    private final Team team;
    private final AuditLog audit;
    private final Clock clock;

    ExternalIdentities(
            ExternalIdentityRepository repository,
            AgentRepository agents,
            MemberRepository members,
            Team team,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.agents = agents;
        this.members = members;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whoever has come this way before is who they were then. The first time it is whose email the provider knows to be
     * theirs; they are linked from now on.
     *
     * @param email null when the provider does not say
     * @throws IdentityRefusedException when that is nobody who may come in
     */
    public Agent recognise(String issuer, String subject, @Nullable String email, boolean emailVerified)
            throws IdentityRefusedException {
        Optional<Agent> known = repository.find(issuer, subject).flatMap(agents::findById);
        Agent who = known.isPresent() ? known.get() : byEmail(email, emailVerified);
        if (who.disabled()) {
            throw new IdentityRefusedException(IdentityRefusal.UNKNOWN, who);
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

    private Agent byEmail(@Nullable String email, boolean verified) throws IdentityRefusedException {
        if (email == null || email.isBlank() || !verified) {
            throw new IdentityRefusedException(IdentityRefusal.UNVERIFIED, null);
        }
        String stripped = email.strip();
        // Of other alphabets some capitals have a Latin small letter: then it is somebody else's address.
        boolean isPlain = stripped.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        String stored = isPlain ? stripped.toLowerCase(Locale.ROOT) : stripped;
        return agents.findByEmail(stored)
                .orElseThrow(() -> new IdentityRefusedException(IdentityRefusal.UNKNOWN, null));
    }

    private Agent link(String issuer, String subject, Agent agent) throws IdentityRefusedException {
        AgentId id = agent.requireId();
        members.lockWithAdmins(id); // Of two who come in for the first time at once, the second finds the link.
        Optional<AgentId> meanwhile = repository.find(issuer, subject);
        if (meanwhile.isEmpty()) {
            if (repository.isKnown(id, issuer)) {
                throw new IdentityRefusedException(IdentityRefusal.SOMEBODY_ELSE, agent);
            }
            repository.link(issuer, subject, id, clock.instant());
            members.cameIn(id);
            audit.record(AuditAction.IDENTITY_LINKED, id.value(), null, issuer);
        } else if (!meanwhile.get().equals(id)) {
            throw new IdentityRefusedException(IdentityRefusal.SOMEBODY_ELSE, agent);
        }
        return agent;
    }
}

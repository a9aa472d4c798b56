package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
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
    private final Logins logins;
    private final AuditLog audit;
    private final Clock clock;

    ExternalIdentities(
            ExternalIdentityRepository repository,
            AgentRepository agents,
            MemberRepository members,
            Team team,
            Logins logins,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.agents = agents;
        this.members = members;
        this.team = team;
        this.logins = logins;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whoever has come this way before is who they were then. The first time it is whose email the provider knows to be
     * theirs. Nothing is written: they may still owe another proof.
     *
     * @throws IdentityRefusedException when that is nobody who may come in
     */
    @Transactional(readOnly = true)
    public Agent recognise(ExternalIdentity who) throws IdentityRefusedException {
        Optional<Agent> known = repository.find(who.issuer(), who.subject()).flatMap(agents::findById);
        Agent agent = known.isPresent() ? known.get() : byEmail(who);
        if (agent.disabled()) {
            throw new IdentityRefusedException(IdentityRefusal.UNKNOWN, agent);
        }
        if (known.isEmpty() && repository.isKnown(agent.requireId(), who.issuer())) {
            throw new IdentityRefusedException(IdentityRefusal.SOMEBODY_ELSE, agent);
        }
        return agent;
    }

    /**
     * As above, of somebody who has given every proof that was wanted: they are linked from now on.
     *
     * @throws IdentityRefusedException also when it is somebody else by now
     */
    public void comesIn(ExternalIdentity who, Agent asWhom) throws IdentityRefusedException {
        AgentId id = asWhom.requireId();
        if (repository.find(who.issuer(), who.subject()).isEmpty()) {
            members.lockWithAdmins(id); // Of two who come in for the first time at once, the second finds the link.
        }
        if (!recognise(who).requireId().equals(id)) {
            throw new IdentityRefusedException(IdentityRefusal.SOMEBODY_ELSE, asWhom);
        }
        if (repository.find(who.issuer(), who.subject()).isEmpty()) {
            repository.link(who.issuer(), who.subject(), id, clock.instant());
            members.cameIn(id);
            audit.record(AuditAction.IDENTITY_LINKED, id.value(), null, who.issuer());
        }
    }

    /**
     * For somebody whose account at the provider is another one now: the next one with their email is theirs again.
     * Whoever came in by the one before is out, and no browser brings them back.
     */
    public void forget(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent whose = agents.findById(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
        if (repository.forget(agent) > 0) {
            audit.record(AuditAction.IDENTITY_FORGOTTEN, admin.value(), whose.nameAndEmail(), null);
            logins.end(admin, agent, logins.of(admin, agent));
        }
    }

    /** Whether they have come in by an identity provider: then they may have no password of their own. */
    @Transactional(readOnly = true)
    public boolean isKnown(Agent agent) {
        return repository.isKnown(agent.requireId());
    }

    private Agent byEmail(ExternalIdentity who) throws IdentityRefusedException {
        String email = who.email();
        if (email == null || email.isBlank() || !who.emailVerified()) {
            throw new IdentityRefusedException(IdentityRefusal.UNVERIFIED, null);
        }
        String stripped = email.strip();
        // Of other alphabets some capitals have a Latin small letter: then it is somebody else's address.
        boolean isPlain = stripped.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        String stored = isPlain ? stripped.toLowerCase(Locale.ROOT) : stripped;
        return agents.findByEmail(stored)
                .orElseThrow(() -> new IdentityRefusedException(IdentityRefusal.UNKNOWN, null));
    }
}

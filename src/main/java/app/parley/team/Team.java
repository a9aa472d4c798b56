package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here. */
@Service
@Transactional
public class Team {

    private final AgentRepository agents;
    private final PasswordEncoder passwords;
    private final AuditLog audit;

    Team(AgentRepository agents, PasswordEncoder passwords, AuditLog audit) {
        this.agents = agents;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Agent> byId(AgentId id) {
        return agents.findById(id);
    }

    /** However it is capitalised. */
    @Transactional(readOnly = true)
    public Optional<Agent> byEmail(String email) {
        return agents.findByEmail(stored(email));
    }

    @Transactional(readOnly = true)
    public long count() {
        return agents.count();
    }

    /** Whether nobody works here yet, so that the first admin must still be made. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return agents.count() == 0;
    }

    /**
     * An agent who may use every number.
     *
     * @param password at most 72 bytes in UTF-8, which is what BCrypt looks at
     * @throws org.springframework.dao.DuplicateKeyException if somebody has this email already
     */
    public Agent create(String name, String email, String password, Role role) {
        Agent agent = save(name, email, password, role);
        audit.record(AuditAction.MEMBER_CREATED, null, agent.nameAndEmail(), role.name());
        return agent;
    }

    /** Whoever holds the setup code makes themselves the admin: it is they who did it. */
    Agent createThemselves(String name, String email, String password) {
        Agent agent = save(name, email, password, Role.ADMIN);
        AgentId id = Objects.requireNonNull(agent.id());
        audit.record(AuditAction.MEMBER_CREATED, id.value(), agent.nameAndEmail(), Role.ADMIN.name());
        return agent;
    }

    private Agent save(String name, String email, String password, Role role) {
        return agents.save(new Agent(
                null,
                stored(email),
                name.strip(),
                passwords.encode(password),
                role,
                true,
                false,
                role == Role.ADMIN,
                0,
                ColorScheme.SYSTEM,
                Language.BROWSER));
    }

    /** @throws TeamRefusedException unless this is somebody who runs the house, now */
    @Transactional(readOnly = true)
    public void requireAdmin(AgentId id) {
        if (agents.findById(id).filter(one -> one.isAdmin() && !one.disabled()).isEmpty()) {
            throw new TeamRefusedException(TeamRefusal.NOT_ALLOWED);
        }
    }

    public void changeColorScheme(AgentId id, ColorScheme scheme) {
        agents.updateColorScheme(id, scheme);
    }

    public void changeLanguage(AgentId id, Language language) {
        agents.updateLanguage(id, language);
    }

    /** They can no longer log in. What they wrote keeps their name. */
    public void disable(AgentId id) {
        agents.disable(id);
    }

    private static String stored(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

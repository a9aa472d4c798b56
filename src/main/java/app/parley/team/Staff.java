package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins do about who works here. Every change names the admin who makes it, and is refused unless they are one
 * now; there is always an admin left.
 */
@Service
@Transactional
public class Staff {

    private final StaffRepository staff;
    private final Team team;
    private final AgentRepository agents;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Staff(
            StaffRepository staff,
            Team team,
            AgentRepository agents,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.team = team;
        this.agents = agents;
        this.invitations = invitations;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
    }

    /** By name; those who are disabled last. */
    @Transactional(readOnly = true)
    public List<Member> all(AgentId admin) {
        team.requireAdmin(admin);
        return staff.all();
    }

    /** Somebody new, who comes in by the link of {@link #newLink}. They may use every number until told otherwise. */
    public AgentId invite(AgentId admin, String name, String email, Role role) {
        team.requireAdmin(admin);
        String stored = email.strip().toLowerCase(Locale.ROOT);
        if (agents.findByEmail(stored).isPresent()) {
            throw new TeamRefusedException(TeamRefusal.EMAIL_TAKEN);
        }
        // A password that nobody knows, until they choose theirs.
        String nobodys = passwords.encode(UUID.randomUUID().toString());
        Agent agent = agents.save(new Agent(
                null, stored, name.strip(), nobodys, role, true, false, role == Role.ADMIN, 0, ColorScheme.SYSTEM));
        AgentId id = agent.requireId();
        staff.invited(id);
        audit.record(AuditAction.MEMBER_INVITED, admin.value(), agent.nameAndEmail(), role.name());
        return id;
    }

    /**
     * A link by which they choose a password, which ends what the link before was good for.
     *
     * @return what the link ends with; told this once
     */
    public String newLink(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent guest = require(agent);
        if (guest.disabled()) {
            throw new TeamRefusedException(TeamRefusal.NOT_FOUND);
        }
        audit.record(AuditAction.LINK_MADE, admin.value(), guest.nameAndEmail(), null);
        return invitations.make(agent);
    }

    public void change(AgentId admin, AgentId agent, String name, Role role) {
        team.requireAdmin(admin);
        Agent before = require(agent);
        if (before.isAdmin() && role != Role.ADMIN) {
            requireAnotherAdmin(agent);
        }
        staff.change(agent, name.strip(), role);
        if (!before.name().equals(name.strip())) {
            audit.record(AuditAction.MEMBER_RENAMED, admin.value(), before.nameAndEmail(), name.strip());
        }
        if (before.role() != role) {
            audit.record(AuditAction.ROLE_CHANGED, admin.value(), before.nameAndEmail(), role.name());
        }
        events.publishEvent(new AgentChanged(agent));
    }

    /** Whether they see what everything costs. Admins do at first, and others do not. */
    public void showBilling(AgentId admin, AgentId agent, boolean seesIt) {
        team.requireAdmin(admin);
        Agent before = require(agent);
        if (before.seesBilling() != seesIt) {
            staff.showBilling(agent, seesIt);
            AuditAction action = seesIt ? AuditAction.BILLING_GRANTED : AuditAction.BILLING_WITHDRAWN;
            audit.record(action, admin.value(), before.nameAndEmail(), null);
            events.publishEvent(new AgentChanged(agent));
        }
    }

    /** They are logged out wherever they are, within seconds. What they wrote keeps their name. */
    public void disable(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent leaving = require(agent);
        if (leaving.isAdmin()) {
            requireAnotherAdmin(agent);
        }
        agents.disable(agent);
        invitations.voidOf(agent);
        audit.record(AuditAction.MEMBER_DISABLED, admin.value(), leaving.nameAndEmail(), null);
        events.publishEvent(new AgentChanged(agent));
    }

    public void enable(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent returning = require(agent);
        staff.enable(agent);
        audit.record(AuditAction.MEMBER_ENABLED, admin.value(), returning.nameAndEmail(), null);
    }

    private Agent require(AgentId agent) {
        return agents.findById(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
    }

    private void requireAnotherAdmin(AgentId agent) {
        if (staff.lockAdmins().stream().allMatch(agent::equals)) {
            throw new TeamRefusedException(TeamRefusal.LAST_ADMIN);
        }
    }
}

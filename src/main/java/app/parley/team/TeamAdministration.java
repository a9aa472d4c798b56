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
public class TeamAdministration {

    private final MemberRepository members;
    private final Team team;
    private final AgentRepository agents;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    TeamAdministration(
            MemberRepository members,
            Team team,
            AgentRepository agents,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.members = members;
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
        return members.all();
    }

    /** Somebody new, who comes in by the link of {@link #newLink}. They may use every number until told otherwise. */
    public AgentId invite(AgentId admin, String email, Profile profile) {
        team.requireAdmin(admin);
        String stored = email.strip().toLowerCase(Locale.ROOT);
        if (agents.findByEmail(stored).isPresent()) {
            throw new TeamRefusedException(TeamRefusal.EMAIL_TAKEN);
        }
        // A password that nobody knows, until they choose theirs.
        String nobodys = passwords.encode(UUID.randomUUID().toString());
        Agent agent = agents.save(new Agent(
                null,
                stored,
                profile.name(),
                nobodys,
                profile.role(),
                true,
                false,
                profile.seesBilling(),
                0,
                ColorScheme.SYSTEM,
                Language.BROWSER));
        AgentId id = agent.requireId();
        members.invited(id);
        audit.record(
                AuditAction.MEMBER_INVITED,
                admin.value(),
                agent.nameAndEmail(),
                profile.role().name());
        if (profile.seesBilling() && profile.role() != Role.ADMIN) {
            audit.record(AuditAction.BILLING_GRANTED, admin.value(), agent.nameAndEmail(), null);
        }
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

    /** @throws TeamRefusedException also when there is nobody like that */
    @Transactional(readOnly = true)
    public Profile profile(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        return Profile.of(require(agent));
    }

    /**
     * Whether they see what everything costs is part of it: admins do at first, and others do not.
     *
     * @param seen what the admin had before them
     * @throws TeamRefusedException also when somebody else has changed any of it since
     */
    public void change(AgentId admin, AgentId agent, Profile seen, Profile wanted) {
        List<AgentId> admins = members.lockWithAdmins(agent);
        team.requireAdmin(admin);
        Agent before = require(agent);
        if (before.disabled() || !Profile.of(before).equals(seen)) {
            throw new TeamRefusedException(TeamRefusal.CHANGED_MEANWHILE);
        }
        if (before.isAdmin() && wanted.role() != Role.ADMIN) {
            requireAnother(admins, agent);
        }
        members.change(agent, wanted);
        record(admin, before, wanted);
        events.publishEvent(new AgentChanged(agent));
    }

    private void record(AgentId admin, Agent before, Profile wanted) {
        if (!before.name().equals(wanted.name())) {
            audit.record(AuditAction.MEMBER_RENAMED, admin.value(), before.nameAndEmail(), wanted.name());
        }
        if (before.role() != wanted.role()) {
            audit.record(
                    AuditAction.ROLE_CHANGED,
                    admin.value(),
                    before.nameAndEmail(),
                    wanted.role().name());
        }
        if (before.seesBilling() != wanted.seesBilling()) {
            AuditAction action = wanted.seesBilling() ? AuditAction.BILLING_GRANTED : AuditAction.BILLING_WITHDRAWN;
            audit.record(action, admin.value(), before.nameAndEmail(), null);
        }
    }

    /**
     * They are logged out wherever they are, within seconds, and no browser keeps them logged in, not even once they are
     * enabled again. What they wrote keeps their name.
     */
    public void disable(AgentId admin, AgentId agent) {
        List<AgentId> admins = members.lockWithAdmins(agent);
        team.requireAdmin(admin);
        Agent leaving = require(agent);
        if (leaving.isAdmin()) {
            requireAnother(admins, agent);
        }
        agents.disable(agent);
        invitations.voidOf(agent);
        members.forgetBrowsers(agent);
        audit.record(AuditAction.MEMBER_DISABLED, admin.value(), leaving.nameAndEmail(), null);
        events.publishEvent(new AgentChanged(agent));
    }

    public void enable(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent returning = require(agent);
        members.enable(agent);
        audit.record(AuditAction.MEMBER_ENABLED, admin.value(), returning.nameAndEmail(), null);
    }

    private Agent require(AgentId agent) {
        return agents.findById(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
    }

    private static void requireAnother(List<AgentId> admins, AgentId agent) {
        if (admins.stream().allMatch(agent::equals)) {
            throw new TeamRefusedException(TeamRefusal.LAST_ADMIN);
        }
    }
}

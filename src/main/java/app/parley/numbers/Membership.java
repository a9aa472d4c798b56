package app.parley.numbers;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.NumberAccess.Access;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Profile;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import app.parley.team.TeamRefusal;
import app.parley.team.TeamRefusedException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who somebody is here and which numbers they may use: settled at once, or not at all. */
@Service
@Transactional
public class Membership {

    private final TeamAdministration administration;
    private final Team team;
    private final AccessRepository access;
    private final Numbers numbers;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Membership(
            TeamAdministration administration,
            Team team,
            AccessRepository access,
            Numbers numbers,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.administration = administration;
        this.team = team;
        this.access = access;
        this.numbers = numbers;
        this.audit = audit;
        this.events = events;
    }

    /** All of it. Who may not use every number does not see billing either. */
    public record Settled(Profile profile, Access access) {

        public boolean seesBilling() {
            return profile.seesBilling() && access.all();
        }

        private Profile allowed() {
            return seesBilling() ? profile : profile.withoutBilling();
        }
    }

    /** As it stands; to change it, it is held against this. */
    @Transactional(readOnly = true)
    public Settled of(AgentId admin, AgentId agent) {
        return new Settled(administration.profile(admin, agent), access.of(agent));
    }

    /** @param link what the link ends with, by which they choose a password; told this once */
    public record Invited(AgentId guest, String link) {

        /** Never with the link, wherever this is printed. */
        @Override
        public String toString() {
            return "Invited";
        }
    }

    public Invited invite(AgentId admin, String email, Settled wanted) {
        AgentId agent = administration.invite(admin, email, wanted.allowed());
        grant(admin, agent, wanted.access());
        return new Invited(agent, administration.newLink(admin, agent));
    }

    /**
     * Holds at once, in screens that are open too.
     *
     * @param seen what the admin had before them
     * @throws TeamRefusedException also when somebody else has changed any of it since
     */
    public void change(AgentId admin, AgentId agent, Settled seen, Settled wanted) {
        administration.change(admin, agent, seen.profile(), wanted.allowed());
        if (!access.of(agent).equals(seen.access())) {
            throw new TeamRefusedException(TeamRefusal.CHANGED_MEANWHILE);
        }
        grant(admin, agent, wanted.access());
    }

    private void grant(AgentId admin, AgentId agent, Access granted) {
        if (!access.of(agent).equals(granted)) {
            access.set(agent, granted.all(), granted.numbers());
            events.publishEvent(new NumbersChanged());
            String who = team.byId(agent).map(Agent::nameAndEmail).orElse(null);
            audit.record(
                    AuditAction.NUMBERS_GRANTED, admin.value(), who, granted.all() ? "*" : names(granted.numbers()));
        }
    }

    private String names(Set<NumberId> granted) {
        return numbers.all().stream()
                .filter(number -> granted.contains(number.id()))
                .map(PhoneNumberEntry::name)
                .collect(Collectors.joining(", "));
    }
}

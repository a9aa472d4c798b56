package app.parley.team;

/** What admins settle about somebody, but for their numbers. */
public record Profile(String name, Role role, boolean seesBilling) {

    public Profile {
        name = name.strip();
    }

    static Profile of(Agent agent) {
        return new Profile(agent.name(), agent.role(), agent.seesBilling());
    }

    public Profile withoutBilling() {
        return new Profile(name, role, false);
    }
}

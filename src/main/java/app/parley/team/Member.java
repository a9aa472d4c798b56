package app.parley.team;

/** Somebody of the team, as the admins see them. */
public record Member(
        AgentId id,
        String name,
        String email,
        Role role,
        boolean disabled,
        boolean joined,
        boolean seesBilling,
        boolean twoFactor) {}

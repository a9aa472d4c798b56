package app.parley.team;

/**
 * Somebody of the team, as the admins see them.
 *
 * @param linked whether they have come in by the identity provider
 */
public record Member(
        AgentId id,
        String name,
        String email,
        Role role,
        boolean disabled,
        boolean joined,
        boolean seesBilling,
        boolean twoFactor,
        boolean linked) {}

package app.parley.team;

public enum Role {
    ADMIN,
    AGENT
}

package app.parley.team;

public record AgentId(long value) {}

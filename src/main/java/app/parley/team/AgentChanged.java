package app.parley.team;

/** What somebody may do has changed, or how they prove who they are: whoever is logged in as them is to be asked again. */
public record AgentChanged(AgentId agent) {}

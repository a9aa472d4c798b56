package app.parley.team;

/** What a signed-in visitor's principal can say: which agent they are. */
public interface SignedIn {
    AgentId agentId();
}

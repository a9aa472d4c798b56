package app.parley.team;

import java.util.List;

/**
 * Some of somebody's browsers are to be logged out, once this is so.
 *
 * @param ids of their logins
 */
public record LoginsEnded(AgentId agent, List<String> ids) {

    public LoginsEnded {
        ids = List.copyOf(ids);
    }
}

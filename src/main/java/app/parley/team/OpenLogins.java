package app.parley.team;

import java.util.List;

/** Who is logged in where; kept by the shell, of this process. */
public interface OpenLogins {

    /** The one that was used last comes first. */
    List<Login> of(AgentId agent);
}

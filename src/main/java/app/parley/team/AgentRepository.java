package app.parley.team;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AgentRepository extends ListCrudRepository<Agent, AgentId> {

    /** @param email in lower case, as it is stored */
    Optional<Agent> findByEmail(String email);

    @Modifying
    @Query("update agent set color_scheme = :scheme where id = :id")
    void updateColorScheme(AgentId id, ColorScheme scheme);

    @Modifying
    @Query("update agent set language = :language where id = :id")
    void updateLanguage(AgentId id, Language language);

    @Modifying
    @Query("update agent set disabled = true where id = :id")
    void disable(AgentId id);
}

package app.parley.backup;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Who may have everything that is kept: admins whom no number is kept from. */
@Component
class BackupRights {

    private static final String INCLUDE =
            "select count(*) from agent where id = ? and role = 'ADMIN' and all_numbers and not disabled";

    private final JdbcOperations jdbc;

    BackupRights(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean allow(long agent) {
        Long count = jdbc.queryForObject(INCLUDE, Long.class, agent);
        return count != null && count > 0;
    }
}

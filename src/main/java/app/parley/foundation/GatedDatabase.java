package app.parley.foundation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Leads what is asked of an H2 database through the {@link WriteGate}. */
@Component
class GatedDatabase implements BeanPostProcessor {

    private final ObjectProvider<WriteGate> gate;

    GatedDatabase(ObjectProvider<WriteGate> gate) {
        this.gate = gate;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:")) {
            lead(pool, gate.getObject());
        }
        return bean;
    }

    /** Before its first connection. */
    static void lead(HikariDataSource pool, WriteGate gate) {
        pool.setDataSource(new Gated(new DriverManagerDataSource(pool.getJdbcUrl()), gate));
    }

    private static final class Gated extends DelegatingDataSource {

        private final WriteGate gate;

        Gated(DataSource database, WriteGate gate) {
            super(database);
            this.gate = gate;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return GatedCalls.of(super.getConnection(), gate);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return GatedCalls.of(super.getConnection(user, password), gate);
        }
    }
}

package app.parley;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Gives each application context a database of its own, so that the workers of one never touch another's rows. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PRODUCTION_FILE = "file:${parley.data-dir}/parley";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "test" + COUNT.incrementAndGet();
        String url = onPostgres() ? Postgres.freshDatabase(name) : h2Url("mem:" + name) + ";DB_CLOSE_DELAY=-1";
        TestPropertyValues.of("spring.datasource.url=" + url, "parley.data-dir=" + FreePlace.freshDirectory())
                .applyTo(context);
    }

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** A database that nobody has touched, for what a test starts itself; on H2 the file in this data directory. */
    public static String freshUrl(Path dataDirectory) {
        return onPostgres()
                ? Postgres.freshDatabase("fresh" + COUNT.incrementAndGet())
                : h2Url("file:" + dataDirectory + "/parley");
    }

    /** The URL of production with its flags, for another place than production's file. */
    public static String h2Url(String place) {
        try {
            String setting = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"))
                    .getProperty("spring.datasource.url", "");
            if (!setting.contains(PRODUCTION_FILE)) {
                throw new IllegalStateException("Not the production database's URL: " + setting);
            }
            return setting.replace(PRODUCTION_FILE, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started once, by the first context that asks; ends with the process. */
    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        static String freshDatabase(String name) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return SERVER.getJdbcUrl("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

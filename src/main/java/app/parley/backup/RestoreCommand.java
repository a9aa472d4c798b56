package app.parley.backup;

import app.parley.foundation.CommandContext;
import app.parley.foundation.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * {@code --parley.command=restore --parley.restore.file=…}: puts a backup into an empty data directory and database, says
 * what it did or why it did nothing, and ends, with 1 for the latter. Nothing of Parley runs meanwhile.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.command", havingValue = "restore")
@Import(CommandContext.class)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class RestoreCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String FILE = "parley.restore.file";

    private final DataSource database;
    private final Environment environment;
    private int exitCode = 1;

    RestoreCommand(DataSource database, Environment environment) {
        this.database = database;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path file = file();
        try {
            Manifest manifest = restore().from(file);
            System.out.printf(
                    "Restored: %d rows and %d files, as of %s. Tokens are read with the key of that installation only:"
                            + " give it to this one before the first start.%n",
                    manifest.rows(), manifest.files(), manifest.madeAt());
            exitCode = 0;
        } catch (RefusedBackupException e) {
            System.out.println("Nothing was restored. " + e.getMessage());
        } catch (IOException | SQLException | FlywayException e) {
            System.out.println("Nothing was restored. The backup could not be written here: " + Trouble.in(e) + ".");
        }
    }

    private Restore restore() throws SQLException {
        return new Restore(
                database,
                Path.of(environment.getRequiredProperty("parley.data-dir")),
                environment.acceptsProfiles(Profiles.of("demo")),
                List.of(environment
                        .getRequiredProperty("spring.flyway.locations")
                        .split(",")));
    }

    private Path file() {
        String given = environment.getProperty(FILE, "").strip();
        if (given.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(FILE, null, "must name the backup to restore.");
        }
        return Path.of(given).toAbsolutePath();
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}

package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

/** What an operator is told whose settings cannot hold. */
class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void aRelativeDataDirectoryIsMadeAbsoluteWhereTheDatabasesUrlReadsIt() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("parley.data-dir", "data")
                .withProperty("url", "jdbc:h2:file:${parley.data-dir}/parley");
        look(environment);
        assertThat(environment.getProperty("url"))
                .isEqualTo("jdbc:h2:file:" + Path.of("").toAbsolutePath() + "/data/parley");
    }

    @ParameterizedTest
    @CsvSource({
        "parley.time-zone, Mars/Base, is not a time zone such as Europe/Madrid.",
        "parley.currency, Dollars, is not a currency such as USD.",
        "parley.sandbox.enabled, maybe, must be true or false.",
        "server.port, 99999, must be a port from 0 to 65535.",
        "server.port, eighty, must be a port from 0 to 65535.",
        "spring.datasource.url, postgres://db/parley, "
                + "is not the address of a database such as jdbc:postgresql://localhost/parley.",
        "spring.datasource.url, jdbc:postgresql://db:x/parley, "
                + "is not the address of a database such as jdbc:postgresql://localhost/parley.",
        "parley.timezone.x, Europe/Madrid, 'is no setting of Parley''s: is it mistyped?'",
        "parley.data-dir, data;INIT=x, 'must name a directory, without a semicolon in its path.'",
    })
    void aMalformedSettingStopsTheStartWithASentence(String setting, String value, String fault) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("parley.data-dir", "data").withProperty(setting, value);
        assertThatThrownBy(() -> look(environment))
                .satisfies(e -> assertThat(StartFailure.sentence(e)).hasValue(setting + " " + fault));
    }

    @Test
    void aSettingLeftEmptyIsAsGoodAsNone() {
        look(new MockEnvironment().withProperty("parley.data-dir", "data").withProperty("parley.time-zone", ""));
    }

    @Test
    void productionRefusesADemosDirectory() throws Exception {
        DataDirectory.prepare(directory, true);
        DataDirectory.prepare(directory, true);
        assertThatThrownBy(() -> DataDirectory.prepare(directory, false))
                .satisfies(e -> assertThat(StartFailure.sentence(e))
                        .hasValue("parley.data-dir names " + directory
                                + ", which holds a demo's data: production needs a directory of its own."));
    }

    @Test
    void aDemoNeverTurnsAProductionsDirectoryIntoItsOwn() throws Exception {
        DataDirectory.prepare(directory, false);
        Files.createFile(directory.resolve("parley.mv.db"));
        assertThatThrownBy(() -> DataDirectory.prepare(directory, true))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
        DataDirectory.prepare(directory, false);
    }

    @Test
    void aDatabaseThatIsNotReachedIsNamedAndAnyOtherFailureIsNotOurs() {
        Exception refused =
                new IllegalStateException(new SQLException("To db.example:1 refused. Check it.\n\tat …", "08001"));
        assertThat(StartFailure.sentence(refused))
                .hasValue("spring.datasource.url names a database that cannot be opened: To db.example:1 refused.");
        assertThat(StartFailure.sentence(new IllegalStateException(new SQLException("syntax", "42601"))))
                .isEmpty();
    }

    private static void look(MockEnvironment environment) {
        new Settings().postProcessEnvironment(environment, new SpringApplication());
    }
}

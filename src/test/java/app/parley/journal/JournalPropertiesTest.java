package app.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long an operator wants bodies kept. */
class JournalPropertiesTest {

    @Test
    void thirtyDaysUnlessSetAlsoWhenLeftEmpty() {
        assertThat(bound(Map.of()).retention()).isEqualTo(Duration.ofDays(30));
        assertThat(bound(Map.of("parley.journal.retention-days", "")).retention())
                .isEqualTo(Duration.ofDays(30));
        assertThat(bound(Map.of("parley.journal.retention-days", "7")).retention())
                .isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "36501", "soon", "1.5"})
    void anythingElseStopsTheStartAndNamesTheSetting(String value) {
        assertThatThrownBy(() -> bound(Map.of("parley.journal.retention-days", value)))
                .hasStackTraceContaining("parley.journal.retention-days");
    }

    private static JournalProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("parley.journal", JournalProperties.class);
    }
}

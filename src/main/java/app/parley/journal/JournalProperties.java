package app.parley.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** How long bodies that were processed are kept, in days; 30 unless set. */
@ConfigurationProperties("parley.journal")
record JournalProperties(@Nullable Integer retentionDays) {

    private static final int USUAL_DAYS = 30;

    JournalProperties {
        retentionDays = retentionDays == null ? USUAL_DAYS : retentionDays;
        if (retentionDays < 1 || retentionDays > 36_500) {
            throw new InvalidConfigurationPropertyValueException(
                    "parley.journal.retention-days", null, "must be a number of days from 1 to 36500.");
        }
    }

    Duration retention() {
        return Duration.ofDays(retentionDays == null ? USUAL_DAYS : retentionDays);
    }
}

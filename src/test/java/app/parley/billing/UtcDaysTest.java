package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UtcDaysTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private final Random random = new Random();

    @RepeatedTest(200)
    void daysAndEdgesAreTheStretchAndNoEdgeIsLongerThanHalfADay() {
        Instant from = START.plusSeconds(900L * random.nextInt(300));
        Instant until = from.plusSeconds(900L * random.nextInt(3_000));
        UtcDays days = UtcDays.of(from, until);
        assertThat(length(days)).isEqualTo(Duration.between(from, until));
        if (days.first().isBefore(days.end())) {
            assertThat(days.edges())
                    .allMatch(
                            edge -> Duration.between(edge.from(), edge.until()).compareTo(Duration.ofHours(12)) <= 0);
        }
    }

    @RepeatedTest(200)
    void daysWithinNeedNothingTakenOff() {
        Instant from = START.plusSeconds(900L * random.nextInt(300));
        Instant until = from.plusSeconds(900L * random.nextInt(3_000));
        UtcDays days = UtcDays.within(from, until);
        assertThat(length(days)).isEqualTo(Duration.between(from, until));
        assertThat(days.edges()).allMatch(edge -> edge.sign() == 1);
    }

    @Test
    void aMonthInMadridTakesWhatIsTooMuchOffItsLastDay() {
        UtcDays october = UtcDays.of(Instant.parse("2026-09-30T22:00:00Z"), Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(october)
                .isEqualTo(new UtcDays(
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 1),
                        List.of(
                                new UtcDays.Edge(
                                        Instant.parse("2026-09-30T22:00:00Z"),
                                        Instant.parse("2026-10-01T00:00:00Z"),
                                        1),
                                new UtcDays.Edge(
                                        Instant.parse("2026-10-31T23:00:00Z"),
                                        Instant.parse("2026-11-01T00:00:00Z"),
                                        -1))));
    }

    private static Duration length(UtcDays days) {
        Duration whole = Duration.between(
                days.first().atStartOfDay(ZoneOffset.UTC), days.end().atStartOfDay(ZoneOffset.UTC));
        for (UtcDays.Edge edge : days.edges()) {
            whole = whole.plus(Duration.between(edge.from(), edge.until()).multipliedBy(edge.sign()));
        }
        return whole;
    }
}

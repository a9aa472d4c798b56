package app.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchBackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 16", "3, 64", "4, 256", "5, 1024", "6, 3600", "170, 3600", "2000000000, 3600"})
    void waitsLongerAndLonger(int attempts, long seconds) {
        assertThat(FetchBackoff.next(MissingFileReason.UNREACHABLE, attempts, NOW, NOW))
                .contains(NOW.plusSeconds(seconds));
    }

    @Test
    void givesUpWhenWhatsAppNoLongerHasIt() {
        assertThat(FetchBackoff.next(MissingFileReason.UNREACHABLE, 100, NOW.minus(Duration.ofDays(7)), NOW))
                .isNotEmpty();
        assertThat(FetchBackoff.next(
                        MissingFileReason.UNREACHABLE,
                        1,
                        NOW.minus(Duration.ofDays(7)).minusSeconds(1),
                        NOW))
                .isEmpty();
    }

    @Test
    void aDamagedFileIsDownloadedTwiceADayAtMost() {
        assertThat(FetchBackoff.next(MissingFileReason.DAMAGED, 100, NOW, NOW))
                .contains(NOW.plus(Duration.ofHours(12)));
    }
}

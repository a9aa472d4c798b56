package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void aDayOnWhichClocksAreChangedIsShorterOrLonger() {
        assertThat(length(LocalDate.of(2027, 3, 28))).isEqualTo(Duration.ofHours(23));
        assertThat(length(LocalDate.of(2027, 10, 31))).isEqualTo(Duration.ofHours(25));
    }

    private static Duration length(LocalDate day) {
        Period period = new Period(day, day, MADRID);
        return Duration.between(period.start(), period.end());
    }

    @Test
    void whatComesBeforeWholeMonthsAreAsManyMonthsElseAsManyDays() {
        Period march = Period.month(YearMonth.of(2027, 3), MADRID);
        assertThat(march.before()).isEqualTo(Period.month(YearMonth.of(2027, 2), MADRID));
        Period year = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), MADRID);
        assertThat(year.before()).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), MADRID));
        Period week = new Period(LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 14), MADRID);
        assertThat(week.before()).isEqualTo(new Period(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 7), MADRID));
    }

    @Test
    void onePeriodThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 7), MADRID))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

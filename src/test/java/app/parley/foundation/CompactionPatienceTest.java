package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompactionPatienceTest {

    private static final int STEPS = 10;

    private final CompactionPatience patience = new CompactionPatience(Duration.ofHours(1));
    private long now;

    @Test
    void aFileThatGainsNothingIsLeftAloneForLongerEachTime() {
        patience.judge(60, now);
        inVain(60);
        assertThat(patience.isAtAnEnd(60, now)).isTrue();

        pass(Duration.ofSeconds(5));
        assertThat(patience.isAtAnEnd(60, now)).isFalse();
        inVain(60);
        pass(Duration.ofSeconds(9));
        assertThat(patience.isAtAnEnd(60, now)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(patience.isAtAnEnd(60, now)).isFalse();
    }

    @Test
    void whatWasGivenUpUnderLoadIsTriedAgainSoonAfterIt() {
        patience.judge(82, now);
        inVain(55); // Others write more than is gained.
        pass(Duration.ofSeconds(5));
        assertThat(patience.isAtAnEnd(55, now)).isFalse();

        for (int filled = 56; filled < 85; filled++) {
            patience.judge(filled, now);
            assertThat(patience.isAtAnEnd(filled, now)).isFalse();
        }
    }

    @Test
    void whatHasBecomeWorseIsTriedAtOnce() {
        patience.judge(60, now);
        inVain(60);
        assertThat(patience.isAtAnEnd(56, now)).isTrue();
        assertThat(patience.isAtAnEnd(55, now)).isFalse();
    }

    @Test
    void muchGainedMakesThePausesShortAgain() {
        givenUpTwice();
        patience.judge(65, now);
        inVain(65);
        pass(Duration.ofSeconds(5));
        assertThat(patience.isAtAnEnd(65, now)).isFalse();
    }

    @Test
    void whatGoesUpALittleByItselfIsNoReasonToHurry() {
        givenUpTwice();
        patience.judge(61, now);
        inVain(61);
        pass(Duration.ofSeconds(19));
        assertThat(patience.isAtAnEnd(61, now)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(patience.isAtAnEnd(61, now)).isFalse();
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        CompactionPatience hasty = new CompactionPatience(Duration.ofSeconds(5));
        hasty.judge(20, now);
        for (int time = 0; time < 9; time++) {
            for (int step = 0; step < STEPS; step++) {
                hasty.judge(20, now);
            }
            assertThat(hasty.isAtAnEnd(20, now)).isTrue();
            pass(Duration.ofSeconds(5));
            assertThat(hasty.isAtAnEnd(20, now)).isFalse();
        }
    }

    private void givenUpTwice() {
        patience.judge(60, now);
        inVain(60);
        pass(Duration.ofSeconds(5));
        inVain(60);
        pass(Duration.ofSeconds(10));
        assertThat(patience.isAtAnEnd(60, now)).isFalse();
    }

    private void inVain(int filled) {
        for (int step = 0; step < STEPS; step++) {
            assertThat(patience.isAtAnEnd(filled, now)).isFalse();
            patience.judge(filled, now);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

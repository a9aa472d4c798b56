package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String CARLA = "carla@bonita.example";
    private static final String HOME = "203.0.113.5";

    private final MutableClock clock = new MutableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void ofAThousandGuessesFromOneAddressTenAreLookedAt() {
        assertThat(lookedAt(1_000, n -> CARLA, n -> HOME)).isEqualTo(10);
        clock.advance(LoginThrottle.WITHIN.plusSeconds(1));
        assertThat(throttle.refuses(CARLA, HOME)).isFalse();
    }

    @Test
    void anAddressThatTriesManyAccountsIsTurnedAwayFromAllOfThem() {
        assertThat(lookedAt(1_000, n -> "agent" + n + "@bonita.example", n -> HOME))
                .isEqualTo(LoginThrottle.TRIES_FROM_AN_ADDRESS);
    }

    @Test
    void guessesFromAThousandAddressesDoNotLockOutWhoComesFromTheirOwn() {
        throttle.succeeded(CARLA, HOME);
        assertThat(lookedAt(1_000, n -> CARLA, n -> "198.51." + n / 250 + "." + n % 250))
                .isEqualTo(LoginThrottle.TRIES_AT_AN_ACCOUNT);
        assertThat(throttle.refuses(CARLA, HOME)).isFalse();
        assertThat(throttle.refuses(" Carla@Bonita.example", "198.51.100.1")).isTrue();
    }

    @Test
    void whoRemembersThePasswordAfterAllBeginsAnew() {
        lookedAt(9, n -> CARLA, n -> HOME);
        throttle.succeeded(CARLA, HOME);
        assertThat(lookedAt(20, n -> CARLA, n -> HOME)).isEqualTo(10);
    }

    @Test
    void aQuarterOfAnHourCountsFromTheFirstTry() {
        lookedAt(10, n -> CARLA, n -> HOME);
        clock.advance(Duration.ofMinutes(10));
        assertThat(throttle.refuses(CARLA, HOME)).isTrue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(throttle.refuses(CARLA, HOME)).isFalse();
    }

    private int lookedAt(
            int guesses, java.util.function.IntFunction<String> email, java.util.function.IntFunction<String> address) {
        return (int) IntStream.range(0, guesses)
                .filter(n -> {
                    boolean looked = !throttle.refuses(email.apply(n), address.apply(n));
                    if (looked) {
                        throttle.failed(email.apply(n), address.apply(n));
                    }
                    return looked;
                })
                .count();
    }
}

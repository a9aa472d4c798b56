package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
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
        assertThat(refuses(CARLA, HOME)).isFalse();
    }

    @Test
    void anAddressThatTriesManyAccountsIsTurnedAwayFromAllOfThem() {
        assertThat(lookedAt(1_000, n -> "agent" + n + "@bonita.example", n -> HOME))
                .isEqualTo(LoginThrottle.TRIES_FROM_AN_ADDRESS);
    }

    @Test
    void guessesFromAThousandAddressesDoNotLockOutWhoComesFromTheirOwn() {
        comesIn();
        assertThat(lookedAt(1_000, n -> CARLA, n -> "198.51." + n / 250 + "." + n % 250))
                .isEqualTo(LoginThrottle.TRIES_AT_AN_ACCOUNT);
        assertThat(refuses(CARLA, HOME)).isFalse();
        assertThat(refuses(" Carla@Bonita.example", "198.51.100.1")).isTrue();
    }

    @Test
    void whoRemembersThePasswordAfterAllBeginsAnew() {
        lookedAt(9, n -> CARLA, n -> HOME);
        comesIn();
        assertThat(lookedAt(20, n -> CARLA, n -> HOME)).isEqualTo(10);
    }

    @Test
    void aQuarterOfAnHourCountsFromTheFirstTry() {
        lookedAt(10, n -> CARLA, n -> HOME);
        clock.advance(Duration.ofMinutes(10));
        assertThat(refuses(CARLA, HOME)).isTrue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(refuses(CARLA, HOME)).isFalse();
    }

    @Test
    void ofAThousandGuessesAtTheSameTimeTenAreLookedAt() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> guesses = IntStream.range(0, 1_000)
                    .mapToObj(_ -> guessers.submit(() -> {
                        all.await();
                        return throttle.take(CARLA, HOME).isPresent();
                    }))
                    .toList();
            all.countDown();
            int looked = 0;
            for (Future<Boolean> guess : guesses) {
                looked += guess.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(LoginThrottle.TRIES_AT_ONE);
        }
    }

    @Test
    void aTryWithNothingWrongIsGivenBackAndTheLastOneIsTold() {
        lookedAt(8, n -> CARLA, n -> HOME);
        for (int n = 0; n < 20; n++) {
            LoginThrottle.Try one = throttle.take(CARLA, HOME).orElseThrow();
            assertThat(one.last()).isFalse();
            throttle.giveBack(one);
        }
        throttle.take(CARLA, HOME);
        assertThat(throttle.take(CARLA, HOME).orElseThrow().last()).isTrue();
        assertThat(throttle.take(CARLA, HOME)).isEmpty();
    }

    private boolean refuses(String email, String address) {
        var taken = throttle.take(email, address);
        taken.ifPresent(throttle::giveBack);
        return taken.isEmpty();
    }

    private void comesIn() {
        throttle.succeeded(throttle.take(CARLA, HOME).orElseThrow());
    }

    private int lookedAt(int guesses, IntFunction<String> email, IntFunction<String> address) {
        return (int) IntStream.range(0, guesses)
                .filter(n -> throttle.take(email.apply(n), address.apply(n)).isPresent())
                .count();
    }
}

package app.parley.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** WhatsApp's limits of contract section 7. */
class RateLimitsTest {

    private static final SendingNumber BAKERY = new SendingNumber(new NumberId(1), null);
    private static final ConversationId MARTA = new ConversationId(1);
    private static final ConversationId JONAS = new ConversationId(2);

    private final MutableClock clock = new MutableClock();
    private long nanos;
    private final RateLimits pace = new RateLimits(clock, () -> nanos);

    @Test
    void aNumberSendsEightyASecond() {
        assertThat(sentWithin(BAKERY, Duration.ofSeconds(10))).isEqualTo(800);
    }

    @Test
    void aNumberThatWasHeldUpCatchesUpButSendsNoMoreThanEightyInAnySecond() {
        pace.took(BAKERY, 10);
        nanos += Duration.ofMillis(700).toNanos();
        assertThat(pace.allowed(BAKERY)).isEqualTo(70);
        pace.took(BAKERY, 70);
        assertThat(pace.untilNext(BAKERY)).isEqualTo(Duration.ofMillis(300));
        nanos += Duration.ofMillis(300).toNanos();
        assertThat(pace.allowed(BAKERY)).isEqualTo(10);
    }

    @Test
    void aNumberOfAnotherThroughputSendsAsMuchAsThat() {
        SendingNumber slow = new SendingNumber(new NumberId(2), 5);
        assertThat(sentWithin(slow, Duration.ofSeconds(10))).isEqualTo(50);
    }

    @Test
    void aNumberThatIsTooFastSlowsDownAndRecovers() {
        assertThat(sentWithin(BAKERY, Duration.ofSeconds(1))).isEqualTo(80);
        pace.slowDown(BAKERY.id());
        pace.slowDown(BAKERY.id());
        assertThat(sentWithin(BAKERY, Duration.ofSeconds(1))).isEqualTo(60);
        assertThat(sentWithin(BAKERY, Duration.ofSeconds(10))).isBetween(600, 800);
        assertThat(sentWithin(BAKERY, Duration.ofSeconds(10))).isBetween(790, 800);
    }

    @Test
    void aNumberAtRestSendsNothing() {
        pace.allowed(BAKERY);
        pace.rest(BAKERY.id(), clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(pace.allowed(BAKERY)).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(pace.allowed(BAKERY)).isPositive();
    }

    @Test
    void aCustomerIsSentFortyFiveAtOnceThenOneInSixSecondsAndNobodyElseWaits() {
        for (int i = 0; i < 45; i++) {
            assertThat(pace.take(MARTA)).isNull();
        }
        Instant later = pace.take(MARTA);
        assertThat(later).isEqualTo(clock.instant().plusSeconds(6));
        assertThat(pace.take(JONAS)).isNull();
        clock.advance(Duration.ofSeconds(6));
        assertThat(pace.take(MARTA)).isNull();
        assertThat(pace.take(MARTA)).isNotNull();
    }

    @Test
    void aCustomerWhomWhatsAppWantsSparedHasNoBurstLeft() {
        pace.take(MARTA);
        pace.spare(MARTA);
        assertThat(pace.take(MARTA)).isNotNull();
    }

    private int sentWithin(SendingNumber number, Duration time) {
        int sent = 0;
        for (long end = nanos + time.toNanos();
                nanos < end;
                nanos += Duration.ofMillis(5).toNanos()) {
            int allowed = pace.allowed(number);
            pace.took(number, allowed);
            sent += allowed;
        }
        return sent;
    }
}

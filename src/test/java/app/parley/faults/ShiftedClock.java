package app.parley.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The true time and then some. */
final class ShiftedClock extends Clock {

    private final Clock truth;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Clock truth) {
        this.truth = truth;
    }

    synchronized void advance(Duration time) {
        shift = shift.plus(time);
    }

    @Override
    public Instant instant() {
        return truth.instant().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return truth.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}

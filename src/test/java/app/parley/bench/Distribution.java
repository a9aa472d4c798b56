package app.parley.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Measured times, sorted. */
record Distribution(List<Duration> times) {

    static Distribution of(Collection<Duration> times) {
        return new Distribution(times.stream().sorted().toList());
    }

    /** The time that {@code share} of all did not exceed (nearest rank). */
    Duration percentile(double share) {
        int rank = (int) Math.ceil(share * times.size());
        return times.get(Math.clamp(rank - 1, 0, times.size() - 1));
    }

    Duration median() {
        return percentile(0.5);
    }

    double ratioTo(Distribution other) {
        return (double) median().toNanos() / other.median().toNanos();
    }

    @Override
    public String toString() {
        return "n=%d  p50 %s  p90 %s  p99 %s  max %s"
                .formatted(
                        times.size(),
                        millis(percentile(0.5)),
                        millis(percentile(0.9)),
                        millis(percentile(0.99)),
                        millis(percentile(1)));
    }

    static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / 1e6);
    }
}

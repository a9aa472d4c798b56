package app.parley.bench;

import app.parley.faults.FaultMatrix;
import app.parley.faults.QueueToWire;
import java.time.Duration;
import java.util.List;

/** What goes out: how soon it is on the wire, and what reaches it when everything goes wrong. */
final class Outbound {

    private static final int PER_SECOND = 80;
    private static final int SECONDS = 60;
    private static final Duration QUIET_TARGET = Duration.ofMillis(50);
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private Outbound() {}

    static boolean wire() throws Exception {
        try (QueueToWire wire = new QueueToWire()) {
            Distribution quiet = Distribution.of(wire.quietly(100));
            System.out.println("Queue to wire, quiet:       " + quiet);
            List<Duration> waits = wire.steadily(PER_SECOND, SECONDS);
            Distribution steady = Distribution.of(waits);
            System.out.println("Queue to wire, " + PER_SECOND + " a second: " + steady);
            System.out.println("Sent: " + waits.size() + " of " + PER_SECOND * SECONDS);
            return quiet.median().compareTo(QUIET_TARGET) <= 0
                    && waits.size() == PER_SECOND * SECONDS
                    && steady.percentile(1).compareTo(OLDEST) <= 0;
        }
    }

    static boolean faults() throws Exception {
        return new FaultMatrix(10_000, 200, 5, Duration.ofMinutes(30)).run().isEmpty();
    }
}

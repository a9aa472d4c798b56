package app.parley.sandbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Decides how the next sends fare: first those foreseen one by one, then by lot from a mix, else the standing fate. */
@SandboxComponent
final class SimulatedOutcomes {

    private final Deque<SimulatedOutcome> next = new ArrayDeque<>();
    private final Map<SimulatedOutcome, Double> mix = new LinkedHashMap<>();
    private Random lot = new Random();
    private SimulatedOutcome standing = SimulatedOutcome.ACCEPTED;

    synchronized void always(SimulatedOutcome outcome) {
        next.clear();
        mix.clear();
        standing = outcome;
    }

    synchronized void next(SimulatedOutcome outcome, int times) {
        next.addAll(Collections.nCopies(times, outcome));
    }

    /** @param shares of all sends, each between 0 and 1; what they leave over is accepted */
    synchronized void mix(long seed, Map<SimulatedOutcome, Double> shares) {
        always(SimulatedOutcome.ACCEPTED);
        lot = new Random(seed);
        mix.putAll(shares);
    }

    synchronized SimulatedOutcome standing() {
        return standing;
    }

    synchronized SimulatedOutcome take() {
        SimulatedOutcome outcome = next.pollFirst();
        return outcome == null ? drawn() : outcome;
    }

    private SimulatedOutcome drawn() {
        double drawn = lot.nextDouble();
        for (Map.Entry<SimulatedOutcome, Double> share : mix.entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0) {
                return share.getKey();
            }
        }
        return standing;
    }
}

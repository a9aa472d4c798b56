package app.parley.sandbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Decides how the next sends fare: first those foreseen one by one, then by lot from a mix, else the standing fate. */
@InSandbox
final class Fates {

    private final Deque<Fate> next = new ArrayDeque<>();
    private final Map<Fate, Double> mix = new LinkedHashMap<>();
    private Random lot = new Random();
    private Fate standing = Fate.ACCEPTED;

    synchronized void always(Fate fate) {
        next.clear();
        mix.clear();
        standing = fate;
    }

    synchronized void next(Fate fate, int times) {
        next.addAll(Collections.nCopies(times, fate));
    }

    /** @param shares of all sends, each between 0 and 1; what they leave over is accepted */
    synchronized void mix(long seed, Map<Fate, Double> shares) {
        always(Fate.ACCEPTED);
        lot = new Random(seed);
        mix.putAll(shares);
    }

    synchronized Fate standing() {
        return standing;
    }

    synchronized Fate take() {
        Fate fate = next.pollFirst();
        return fate == null ? drawn() : fate;
    }

    private Fate drawn() {
        double drawn = lot.nextDouble();
        for (Map.Entry<Fate, Double> share : mix.entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0) {
                return share.getKey();
            }
        }
        return standing;
    }
}

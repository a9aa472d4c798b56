package app.parley.sandbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** Decides how the next sends fare: first those foreseen one by one, then the standing fate. */
@InSandbox
final class Fates {

    private final Deque<Fate> next = new ArrayDeque<>();
    private Fate standing = Fate.ACCEPTED;

    synchronized void always(Fate fate) {
        next.clear();
        standing = fate;
    }

    synchronized void next(Fate fate, int times) {
        next.addAll(Collections.nCopies(times, fate));
    }

    synchronized Fate standing() {
        return standing;
    }

    synchronized Fate take() {
        Fate fate = next.pollFirst();
        return fate == null ? standing : fate;
    }
}

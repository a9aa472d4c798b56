package app.parley.sandbox;

import java.util.Random;

/**
 * How statuses come.
 *
 * @param lost the share of them that never do
 * @param twice the share of them that come again
 * @param shuffled whether they come in any order
 */
record StatusMix(double lost, double twice, boolean shuffled, Random lot) {

    static final StatusMix PLAIN = new StatusMix(0, 0, false, new Random());

    /** How many times this one comes. */
    int times() {
        return lot.nextDouble() < lost ? 0 : lot.nextDouble() < twice ? 2 : 1;
    }
}

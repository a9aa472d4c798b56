package app.parley.sandbox;

/**
 * How a send fares.
 *
 * @param code Meta's error code, where the outcome has one, else 0
 */
record Fate(Outcome outcome, int code) {

    enum Outcome {
        ACCEPTED,
        FAILS_LATER,
        REJECTED,
        RATE_LIMITED,
        /** Accepted, and the statuses come, but the connection is cut instead of an answer. */
        LOST_AFTER,
        /** Never accepted, and the connection is cut instead of an answer. */
        LOST_BEFORE,
        SLOW
    }

    static final Fate ACCEPTED = new Fate(Outcome.ACCEPTED, 0);

    static Fate of(Outcome outcome, int code) {
        return switch (outcome) {
            case FAILS_LATER, REJECTED -> new Fate(outcome, code == 0 ? 131047 : code);
            case RATE_LIMITED -> new Fate(outcome, 130429);
            default -> new Fate(outcome, 0);
        };
    }
}

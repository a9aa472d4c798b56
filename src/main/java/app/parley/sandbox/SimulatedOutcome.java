package app.parley.sandbox;

import java.time.Duration;

/**
 * How a send fares.
 *
 * @param code Meta's error code, where the outcome has one, else 0
 * @param silence how long there is no answer, where the outcome has such a time, else zero
 */
record SimulatedOutcome(Outcome outcome, int code, Duration silence) {

    enum Outcome {
        ACCEPTED,
        FAILS_LATER,
        REJECTED,
        RATE_LIMITED,
        /** Meta's own trouble: HTTP 500 with an error that will pass. */
        UNAVAILABLE,
        /** Never accepted: somebody in between answers 502 with a page of HTML. */
        BAD_GATEWAY_BEFORE,
        /** Accepted, and the statuses come, but somebody in between answers 502 with a page of HTML. */
        BAD_GATEWAY_AFTER,
        /** Accepted, and the statuses come, but the connection is cut instead of an answer. */
        LOST_AFTER,
        /** Never accepted, and the connection is cut instead of an answer. */
        LOST_BEFORE,
        /** Accepted, and the statuses come, but for a long time there is no answer, and then a cut. */
        TIMEOUT_AFTER,
        /** Never accepted, and for a long time there is no answer, and then a cut. */
        TIMEOUT_BEFORE,
        /** Accepted after a while. */
        SLOW,
        TOKEN_EXPIRED,
        NUMBER_DELETED;

        boolean hasCode() {
            return this == FAILS_LATER || this == REJECTED;
        }

        boolean hasSilence() {
            return this == SLOW || this == TIMEOUT_AFTER || this == TIMEOUT_BEFORE;
        }
    }

    /** The session is over: the most frequent refusal there is. */
    static final int USUAL_CODE = 131047;

    private static final int SECONDS_OF_SLOWNESS = 10;

    /** Longer than the application waits. */
    private static final int SECONDS_OF_SILENCE = 45;

    static final SimulatedOutcome ACCEPTED = of(Outcome.ACCEPTED, 0);

    static SimulatedOutcome of(Outcome outcome, int code) {
        return of(outcome, code, usualSilence(outcome));
    }

    static SimulatedOutcome of(Outcome outcome, int code, Duration silence) {
        return switch (outcome) {
            case FAILS_LATER, REJECTED -> new SimulatedOutcome(outcome, code == 0 ? USUAL_CODE : code, Duration.ZERO);
            case RATE_LIMITED -> new SimulatedOutcome(outcome, 130429, Duration.ZERO);
            case UNAVAILABLE -> new SimulatedOutcome(outcome, 2, Duration.ZERO);
            case TOKEN_EXPIRED -> new SimulatedOutcome(outcome, 190, Duration.ZERO);
            case NUMBER_DELETED -> new SimulatedOutcome(outcome, 33, Duration.ZERO);
            default -> new SimulatedOutcome(outcome, 0, outcome.hasSilence() ? silence : Duration.ZERO);
        };
    }

    static Duration usualSilence(Outcome outcome) {
        return Duration.ofSeconds(outcome == Outcome.SLOW ? SECONDS_OF_SLOWNESS : SECONDS_OF_SILENCE);
    }
}

package app.parley.billing;

/** Why a rate was not added. */
public enum RateRefusal {
    /** Nobody is paid for a message. */
    NEGATIVE,
    /** More than 1000 for one message: a mistake in writing. */
    ABSURD,
    /** More than six places after the point. */
    TOO_FINE,
    /** It would change what was charged already, or is being charged this minute. */
    PAST,
    /** The same number and direction has a rate from this very moment on. */
    TAKEN
}

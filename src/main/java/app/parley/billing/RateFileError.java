package app.parley.billing;

/**
 * One mistake in a table of rates.
 *
 * @param line counted from 1, the heading's
 * @param value what stands there, cut when it is long; or the column, or the other line
 */
public record RateFileError(long line, RateFault fault, String value) {

    private static final int LONGEST = 40;

    public RateFileError {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}

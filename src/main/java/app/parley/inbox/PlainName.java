package app.parley.inbox;

import java.util.regex.Pattern;

/** A name somebody gave themselves or a file, made fit to stand in our sentences; a phone number is written as such. */
public final class PlainName {

    private static final int LONGEST = 120;

    /** They turn around what follows them, which is ours. */
    private static final Pattern TURNS = Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{6,15}");

    private PlainName() {}

    /** Without what turns the direction of writing or breaks the line; what is endless is cut. */
    public static String of(String name) {
        if (PHONE.matcher(name).matches()) {
            return PhoneWords.format(name);
        }
        String harmless = CONTROLS.matcher(TURNS.matcher(name).replaceAll("")).replaceAll(" ");
        return harmless.codePointCount(0, harmless.length()) <= LONGEST
                ? harmless
                : harmless.substring(0, harmless.offsetByCodePoints(0, LONGEST)) + "…";
    }
}

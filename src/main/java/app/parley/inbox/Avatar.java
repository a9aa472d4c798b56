package app.parley.inbox;

import java.util.List;
import java.util.regex.Pattern;

/** The coloured disc that stands for a person or a number: up to two initials, and one of seven hues. */
public final class Avatar {

    /** How many hues the style sheet knows. */
    private static final int HUES = 7;

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Avatar() {}

    /** The first letters of the first and the last word; empty when the name has no letter or digit. */
    public static String initials(String name) {
        List<String> words =
                GAPS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return "";
        }
        String first = first(words.getFirst());
        return words.size() == 1 ? first : first + first(words.getLast());
    }

    /** The same for one name everywhere. */
    public static int hue(String name) {
        return Math.floorMod(name.hashCode(), HUES);
    }

    private static String first(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}

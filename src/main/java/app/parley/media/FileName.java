package app.parley.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A sender's name for a file, made harmless for a header and for any disk it is saved on. */
final class FileName {

    private static final int LONGEST = 180; // In bytes: disks take 255, and browsers add to it.
    private static final int LONGEST_ENDING = 20;

    /** Windows takes these for devices, with any ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final Set<Integer> FORBIDDEN =
            Set.of((int) '<', (int) '>', (int) ':', (int) '"', (int) '|', (int) '?', (int) '*', (int) '%');

    private FileName() {}

    /** @param otherwise what to call it when nothing is left of its name */
    static String clean(String name, String otherwise) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(FileName::isVisible)
                .forEach(c -> kept.appendCodePoint(FORBIDDEN.contains(c) ? '_' : c));
        String cut = strip(cut(strip(kept.toString())));
        if (cut.isEmpty()) {
            return otherwise;
        }
        return DEVICE.matcher(cut).matches() ? "_" + cut : cut;
    }

    /** No control characters, line ends, halves of characters, nor marks that turn the direction of writing. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A dot in front hides a file, one behind confuses Windows. */
    private static String strip(String name) {
        return name.strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
    }

    /** The ending says what opens it, so it stays. */
    private static String cut(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= LONGEST_ENDING ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) + bytes(ending) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending.toLowerCase(Locale.ROOT);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

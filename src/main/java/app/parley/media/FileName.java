package app.parley.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sender's name for a file, made harmless for a header and for any disk it is saved on. */
final class FileName {

    private static final int LONGEST = 180; // In bytes: disks take 255, and browsers add to it.
    private static final int LONGEST_ENDING = 20;

    /** Windows takes these for devices, with any ending. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?is)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[\\d\u00B9\u00B2\u00B3])[\\s\\p{Z}]*(\\..*)?");

    private static final Set<Integer> FORBIDDEN =
            "<>:\"|?*%".codePoints().boxed().collect(Collectors.toUnmodifiableSet());

    /** They look like what parts folders, or hides an ending; some disks turn them into it. */
    private static final Set<Integer> LOOK_ALIKE =
            "\u2024\u2044\u2215\u2216\u2571\u2572\u27CB\u27CD\u29F5\u29F8\u29F9\uA789\uFE52\uFE68\uFF0E\uFF0F\uFF1A\uFF3C"
                    .codePoints()
                    .boxed()
                    .collect(Collectors.toUnmodifiableSet());

    private FileName() {}

    /** @param otherwise what to call it when nothing is left of its name */
    static String clean(String name, String otherwise) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(FileName::isVisible)
                .forEach(c -> kept.appendCodePoint(FORBIDDEN.contains(c) || LOOK_ALIKE.contains(c) ? '_' : c));
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

    /** A dot in front hides a file, a dash makes it an option of a command, a dot behind confuses Windows. */
    private static String strip(String name) {
        return name.replaceAll("^[-.~\\s\\p{Z}]+|[.\\s\\p{Z}]+$", "");
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

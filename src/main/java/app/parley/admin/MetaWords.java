package app.parley.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meta's words as people write them: "PENDING_DELETION" is "pending deletion". */
final class MetaWords {

    private MetaWords() {}

    static String of(@Nullable String word) {
        return word == null ? "" : word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Those that are there, with a dot between them. */
    static String joined(@Nullable String... words) {
        return Arrays.stream(words)
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

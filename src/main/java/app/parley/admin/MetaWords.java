package app.parley.admin;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meta's words in the reader's language where we know them; else as people write them: "NEW_WORD" is "new word". */
final class MetaWords {

    private static final String WORDS = "meta.";

    /** Some languages say it otherwise of a template than of a number. */
    private static final String OF_TEMPLATES = WORDS + "template.";

    private static final String OF_ACCOUNTS = WORDS + "account.";

    /** All that our texts have. */
    private static final Set<String> KNOWN = ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
            .filter(key -> key.startsWith(WORDS))
            .collect(Collectors.toUnmodifiableSet());

    private MetaWords() {}

    static String of(@Nullable String word, Component reader) {
        return said(WORDS, word, reader);
    }

    /** What became of a template. */
    static String ofTemplate(@Nullable String word, Component reader) {
        return said(OF_TEMPLATES, word, reader);
    }

    /** What became of an account. */
    static String ofAccount(@Nullable String word, Component reader) {
        return said(OF_ACCOUNTS, word, reader);
    }

    private static String said(String kind, @Nullable String word, Component reader) {
        if (word == null) {
            return "";
        }
        String known = word.toUpperCase(Locale.ROOT);
        return Stream.of(kind, WORDS)
                .map(prefix -> prefix + known)
                .filter(KNOWN::contains)
                .findFirst()
                .map(key -> reader.getTranslation(key))
                .orElseGet(() -> plain(word));
    }

    /** The word where it is one we know; anything else as it came, for it may be a sentence. */
    static String orAsItCame(@Nullable String text, Component reader) {
        return text != null && KNOWN.contains(WORDS + text) ? of(text, reader) : Objects.requireNonNullElse(text, "");
    }

    static String plain(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Those that are there, with a dot between them. */
    static String joined(@Nullable String... words) {
        return Arrays.stream(words)
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

package app.parley.inbox.chat;

import app.parley.inbox.PlainName;
import com.vaadin.flow.component.Component;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file's name, type and size, for people. */
final class FileWords {

    private static final int LONGEST_BADGE = 4;

    private FileWords() {}

    /** @param otherwise what a file without a name is called */
    static String name(@Nullable String fileName, String otherwise) {
        String plain = fileName == null ? "" : PlainName.of(fileName).strip();
        return plain.isEmpty() ? otherwise : plain;
    }

    /** "PDF": by the name's ending, which says what will open it; else by what we found it to be. */
    static String badge(@Nullable String fileName, @Nullable String contentType) {
        String name = name(fileName, "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.length() < name.length() && isShortWord(ending)) {
            return ending.toUpperCase(Locale.ROOT);
        }
        String type = contentType == null ? "" : contentType.substring(contentType.lastIndexOf('/') + 1);
        return isShortWord(type) ? type.toUpperCase(Locale.ROOT) : "FILE";
    }

    private static boolean isShortWord(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST_BADGE
                && word.chars().allMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter));
    }

    static String size(long bytes, Locale locale, Component words) {
        NumberFormat number = NumberFormat.getInstance(locale);
        if (bytes < 1_000) {
            return words.getTranslation("chat.size.bytes", number.format(bytes));
        }
        if (bytes < 1_000_000) {
            return words.getTranslation("chat.size.kilobytes", number.format(Math.round(bytes / 1_000.0)));
        }
        number.setMaximumFractionDigits(1);
        return words.getTranslation("chat.size.megabytes", number.format(bytes / 1_000_000.0));
    }
}

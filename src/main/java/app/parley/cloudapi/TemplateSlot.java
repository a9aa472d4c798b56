package app.parley.cloudapi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to fill in before a template can be sent.
 *
 * @param button which button of the template it belongs to, counted from 0; -1 outside of buttons
 * @param name "1", "2" … or a word, as the template writes it between braces
 * @param example what Meta was told it may look like
 */
public record TemplateSlot(
        Place place, int button, String name, @Nullable String example) {

    /** Where what is filled in will stand. */
    public enum Place {
        HEADER,
        BODY,
        /** At the end of the address that a button leads to. */
        LINK,
        /** What a button copies. */
        CODE
    }

    /** Tells it from all others of its template. */
    public String key() {
        String where = place.name().toLowerCase(Locale.ROOT);
        return (button < 0 ? where : where + button) + "." + name;
    }

    /** Numbered ones are told to Meta by their order, named ones by their name. */
    public boolean isNamed() {
        return !isNumber(name);
    }

    static boolean isNumber(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

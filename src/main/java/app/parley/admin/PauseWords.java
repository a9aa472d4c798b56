package app.parley.admin;

import com.vaadin.flow.component.Component;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why nothing is sent from a number, and what to do about it. */
final class PauseWords {

    private static final Set<Integer> EXPLAINED = Set.of(0, 33, 190, 368, 131031, 131042, 131045, 133010);

    private PauseWords() {}

    /** @param code Meta's; null when an admin paused it */
    static String of(@Nullable Integer code, Component words) {
        if (code == null) {
            return words.getTranslation("numbers.paused");
        }
        return EXPLAINED.contains(code)
                ? words.getTranslation("numbers.paused-because." + code)
                : words.getTranslation("numbers.paused-because", code);
    }
}

package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;

/** Why Meta would not take what was filled in (contract section 4). */
public enum TemplateFlaw {
    EMPTY,
    /** Line breaks and tabs. */
    LINE_BREAK,
    /** More than four in a row. */
    SPACES,
    /** An address has none. */
    BLANK_IN_LINK,
    TOO_LONG;

    private static final int LONGEST = 1024;

    static @Nullable TemplateFlaw of(TemplateSlot slot, String value) {
        if (value.isBlank()) {
            return EMPTY;
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            return LINE_BREAK;
        }
        if (value.contains("     ")) {
            return SPACES;
        }
        boolean address = slot.place() == TemplateSlot.Place.LINK;
        if (address && value.chars().anyMatch(Character::isWhitespace)) {
            return BLANK_IN_LINK;
        }
        return value.length() > LONGEST ? TOO_LONG : null;
    }
}

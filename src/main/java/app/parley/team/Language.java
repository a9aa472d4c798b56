package app.parley.team;

import java.util.Locale;
import java.util.Optional;

/** An agent's choice of language; {@code BROWSER} follows what their browser asks for. */
public enum Language {
    BROWSER(""),
    ENGLISH("en"),
    SPANISH("es"),
    PORTUGUESE("pt-BR");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Empty when nothing was chosen. */
    public Optional<Locale> locale() {
        return tag.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(tag));
    }
}

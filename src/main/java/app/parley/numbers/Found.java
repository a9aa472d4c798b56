package app.parley.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a connection check found.
 *
 * @param about what the words name: a number, a permission, a count, what WhatsApp says; empty when nothing
 * @param more a second such thing
 * @param at a time the words name
 */
public record Found(
        Finding finding,
        String about,
        String more,
        @Nullable Instant at) {

    static Found of(Finding finding) {
        return new Found(finding, "", "", null);
    }

    static Found of(Finding finding, String about) {
        return new Found(finding, about, "", null);
    }

    static Found at(Finding finding, Instant at) {
        return new Found(finding, "", "", at);
    }
}

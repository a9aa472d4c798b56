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
public record CheckResult(
        Finding finding,
        String about,
        String more,
        @Nullable Instant at) {

    static CheckResult of(Finding finding) {
        return new CheckResult(finding, "", "", null);
    }

    static CheckResult of(Finding finding, String about) {
        return new CheckResult(finding, about, "", null);
    }

    static CheckResult at(Finding finding, Instant at) {
        return new CheckResult(finding, "", "", at);
    }
}

package app.parley.cloudapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param askedAt by Meta's clock, to the second; null when it did not say */
public record AccountFacts(@Nullable String name, @Nullable Instant askedAt) {

    static AccountFacts of(GraphAnswer answer) {
        return new AccountFacts(Json.shortened(answer.body(), "name", 200), answer.date());
    }
}

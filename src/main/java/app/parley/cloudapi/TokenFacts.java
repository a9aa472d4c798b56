package app.parley.cloudapi;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta's {@code debug_token} says.
 *
 * @param subcode why it is not valid, 463 for one that has run out; 0 when it is not told
 * @param endsAt null when it never does, or is not told
 * @param appId of the app it belongs to
 * @param permissions those its owner ticked
 */
public record TokenFacts(
        boolean valid,
        int subcode,
        @Nullable Instant endsAt,
        @Nullable String appId,
        @Nullable String appName,
        Set<String> permissions) {

    static TokenFacts of(JsonNode data) {
        Integer subcode = Json.integer(data.path("error"), "subcode");
        Instant ends = Json.time(data, "expires_at");
        return new TokenFacts(
                data.path("is_valid").asBoolean(false),
                subcode == null ? 0 : subcode,
                ends == null || ends.getEpochSecond() == 0 ? null : ends,
                Json.text(data, "app_id", 64),
                Json.shortened(data, "application", 100),
                data.path("scopes").valueStream().map(it -> it.asString("")).collect(Collectors.toUnmodifiableSet()));
    }
}

package app.parley.cloudapi;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Meta says of limits that are used up, in the header {@code x-business-use-case-usage}: {@code
 * {"<account>":[{"type":"messages","estimated_time_to_regain_access":12}]}}, in minutes (contract 4.2).
 */
final class BusinessUsage {

    private static final String HEADER = "x-business-use-case-usage";
    private static final int LONGEST_MINUTES = 24 * 60;

    private BusinessUsage() {}

    /** The longest of the times told; null when none is. */
    static @Nullable Duration rest(HttpHeaders headers) {
        int minutes = headers.allValues(HEADER).stream()
                .flatMap(BusinessUsage::limits)
                .mapToInt(limit -> limit.path("estimated_time_to_regain_access").asInt(0))
                .max()
                .orElse(0);
        return minutes <= 0 ? null : Duration.ofMinutes(Math.min(minutes, LONGEST_MINUTES));
    }

    private static Stream<JsonNode> limits(String header) {
        try {
            return Json.MAPPER.readTree(header).valueStream().flatMap(JsonNode::valueStream);
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }
}

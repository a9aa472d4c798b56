package app.parley.cloudapi;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Meta's JSON, in which everything may be absent, a number may come as text, and text as a number. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            // 0.1 is a tenth, not the nearest double to it.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Timestamps from here on are milliseconds (contract section 2). */
    private static final long MILLISECONDS = 1_000_000_000_000L;

    private static final int LONGEST_DECIMAL = 30;

    private Json() {}

    /** The value as text, or null when it is absent, null, empty, or not a scalar. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        // PostgreSQL keeps no U+0000 in text.
        String text = value.asString("").replace('\0', '\uFFFD');
        return text.isEmpty() ? null : text;
    }

    /** A Unix time in seconds (or milliseconds), as text or number; null when it is none. */
    static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            return null;
        }
        try {
            long value = Long.parseLong(text);
            return value >= MILLISECONDS ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    static @Nullable Integer integer(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** An exact decimal, given as number or text; null when it is none, or longer than any price or coordinate. */
    static @Nullable BigDecimal decimal(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text == null || text.length() > LONGEST_DECIMAL || text.indexOf('e') >= 0 || text.indexOf('E') >= 0
                    ? null
                    : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

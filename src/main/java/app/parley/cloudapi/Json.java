package app.parley.cloudapi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
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

    /** The end of the year 9999: what lies beyond, or before 1970, is no time of a message, and not every database's. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** What our columns have for an id of Meta's; contract 2.1 asks for 255. */
    private static final int LONGEST_ID = 300;

    private Json() {}

    /** The value as text, or null when it is absent, null, empty, or not a scalar. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = storable(value.asString(""));
        return text.isEmpty() ? null : text;
    }

    /** Of at most so many characters; null when it is longer: for words of Meta's and names that have a limit. */
    static @Nullable String text(JsonNode node, String field, int longest) {
        String text = text(node, field);
        return text == null || text.length() <= longest ? text : null;
    }

    /** The first so many characters of it, with an ellipsis for the rest. */
    static @Nullable String shortened(JsonNode node, String field, int longest) {
        String text = text(node, field);
        return text == null || text.length() <= longest ? text : storable(text.substring(0, longest - 1) + "…");
    }

    /** An id of Meta's; one too long to be one keeps its beginning and is told apart by its hash. */
    static @Nullable String id(JsonNode node, String field) {
        String id = text(node, field);
        if (id == null || id.length() <= LONGEST_ID) {
            return id;
        }
        return storable(id.substring(0, 200)) + "#" + sha256(id);
    }

    /** What every database keeps in text: no U+0000, no half of a surrogate pair. */
    static String storable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == '\0' || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Unix time in seconds (or milliseconds), as text or number; null when it is none. */
    static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            return null;
        }
        try {
            long value = Long.parseLong(text);
            Instant time = value >= MILLISECONDS ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
            return time.getEpochSecond() >= 0 && time.getEpochSecond() <= LAST_SECOND ? time : null;
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

    static @Nullable Long whole(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text == null ? null : Long.valueOf(text);
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

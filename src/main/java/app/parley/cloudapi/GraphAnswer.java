package app.parley.cloudapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param date what Meta's clock showed, to the second; null when it did not say */
record GraphAnswer(int status, JsonNode body, @Nullable Instant date) {

    static @Nullable Instant date(String header) {
        try {
            return header.isEmpty()
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

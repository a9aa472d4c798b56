package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a file lies for the next five minutes, and what Meta says of it (contract section 5). The size comes as a
 * number or as text; the digest is hexadecimal here.
 */
public record MediaLink(
        String url, @Nullable Long size, @Nullable String sha256) {

    static MediaLink of(JsonNode answer) throws MediaException {
        String url = Json.text(answer, "url");
        if (url == null) {
            throw new MediaException(MediaException.Kind.REFUSED, "an answer without a url");
        }
        return new MediaLink(url, number(Json.text(answer, "file_size")), Json.text(answer, "sha256"));
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

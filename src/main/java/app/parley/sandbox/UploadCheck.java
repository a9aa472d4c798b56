package app.parley.sandbox;

import java.util.Map;
import java.util.Set;

/** What Meta takes of files (contract section 5), by type and size. */
final class UploadCheck {

    private static final long MEGABYTE = 1024 * 1024;
    private static final Map<String, Set<String>> TAKEN = Map.of(
            "image", Set.of("image/jpeg", "image/png", "image/webp"),
            "video", Set.of("video/mp4", "video/3gpp"),
            "audio", Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"));

    private static final Map<String, Long> LARGEST = Map.of("image", 5L, "video", 16L, "audio", 16L);

    private UploadCheck() {}

    /** Parameters as in {@code audio/ogg; codecs=opus} do not count. A type that is none of them is a document's. */
    static void check(String mimeType, long size) {
        if (size == 0) {
            throw GraphError.badParameter(131053, "The file is empty.");
        }
        String type = mimeType.split(";", 2)[0].strip();
        String kind = type.split("/", 2)[0];
        // Any other picture, film or sound goes as a document, which may be large.
        boolean document = !TAKEN.getOrDefault(kind, Set.of()).contains(type);
        if (size > (document ? 100 : LARGEST.getOrDefault(kind, 100L)) * MEGABYTE) {
            throw GraphError.badParameter(131053, "The file is too large for its type.");
        }
    }

    /** Whether a message of this kind may carry the file. */
    static boolean fits(String kind, String mimeType) {
        String type = mimeType.split(";", 2)[0].strip();
        return switch (kind) {
            case "image" -> type.equals("image/jpeg") || type.equals("image/png");
            case "sticker" -> type.equals("image/webp");
            case "video", "audio" -> TAKEN.getOrDefault(kind, Set.of()).contains(type);
            default -> true;
        };
    }
}

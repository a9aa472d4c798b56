package app.parley.media;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ending of a file's name promises. Whoever opens it on their phone counts on that. */
enum FileFamily {
    PICTURE,
    /** Films and sounds come in the same containers. */
    RECORDING,
    PDF;

    private static final Map<String, FileFamily> ENDINGS = Map.ofEntries(
            Map.entry("jpg", PICTURE),
            Map.entry("jpeg", PICTURE),
            Map.entry("png", PICTURE),
            Map.entry("gif", PICTURE),
            Map.entry("webp", PICTURE),
            Map.entry("heic", PICTURE),
            Map.entry("heif", PICTURE),
            Map.entry("mp4", RECORDING),
            Map.entry("m4v", RECORDING),
            Map.entry("3gp", RECORDING),
            Map.entry("mov", RECORDING),
            Map.entry("webm", RECORDING),
            Map.entry("mp3", RECORDING),
            Map.entry("m4a", RECORDING),
            Map.entry("aac", RECORDING),
            Map.entry("amr", RECORDING),
            Map.entry("ogg", RECORDING),
            Map.entry("opus", RECORDING),
            Map.entry("wav", RECORDING),
            Map.entry("pdf", PDF));

    /** Null when its name promises nothing that we could check. */
    static @Nullable FileFamily promisedBy(String fileName) {
        return ENDINGS.get(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    boolean includes(String type) {
        return switch (this) {
            case PICTURE -> type.startsWith("image/");
            case RECORDING ->
                // Sounds without a header look like anything.
                type.startsWith("video/")
                        || type.startsWith("audio/")
                        || type.equals("application/ogg")
                        || type.equals("application/octet-stream");
            case PDF -> type.equals("application/pdf");
        };
    }
}

package app.parley.media;

import java.util.Set;

/** What browsers show and play without running anything in it. Everything else is downloaded. */
public final class InlineTypes {

    private static final Set<String> TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "video/mp4",
            "video/3gpp",
            "video/webm",
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav");

    private InlineTypes() {}

    /** @param contentType as we found it ourselves, never as the sender called it */
    public static boolean include(String contentType) {
        return TYPES.contains(contentType);
    }
}

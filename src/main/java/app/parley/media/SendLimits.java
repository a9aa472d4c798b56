package app.parley.media;

import app.parley.conversations.MessageKind;
import java.util.Set;

/** What WhatsApp takes from a business, and how large it may be, in bytes (contract section 5). */
public enum SendLimits {
    IMAGE(MessageKind.IMAGE, 5, FileRefusal.IMAGE_TOO_LARGE, Set.of("image/jpeg", "image/png")),
    VIDEO(MessageKind.VIDEO, 16, FileRefusal.VIDEO_TOO_LARGE, Set.of("video/mp4", "video/3gpp")),
    AUDIO(
            MessageKind.AUDIO,
            16,
            FileRefusal.AUDIO_TOO_LARGE,
            Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    /** Any type. */
    DOCUMENT(MessageKind.DOCUMENT, 100, FileRefusal.TOO_LARGE, Set.of());

    private static final long MEGABYTE = 1024 * 1024;

    private final MessageKind kind;
    private final long largest;
    private final FileRefusal tooLarge;
    /** Set.of makes it immutable, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> types;

    SendLimits(MessageKind kind, long megabytes, FileRefusal tooLarge, Set<String> types) {
        this.kind = kind;
        this.largest = megabytes * MEGABYTE;
        this.tooLarge = tooLarge;
        this.types = types;
    }

    /** What a file of this type goes as. */
    static SendLimits of(String type) {
        for (SendLimits limits : values()) {
            if (limits.types.contains(type)) {
                return limits;
            }
        }
        return DOCUMENT;
    }

    public MessageKind kind() {
        return kind;
    }

    public long largest() {
        return largest;
    }

    public Set<String> types() {
        return types;
    }

    void requireFitting(long size) throws RefusedFileException {
        if (size > largest) {
            throw new RefusedFileException(tooLarge);
        }
    }
}

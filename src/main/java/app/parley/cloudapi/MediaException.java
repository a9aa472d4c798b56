package app.parley.cloudapi;

/** A file could not be fetched; the message says why and holds no token and no address. */
public final class MediaException extends Exception {

    /** What kept it from us. */
    public enum Kind {
        /** No connection, an answer that was cut, late or none of WhatsApp's: later it may be there. */
        UNREACHABLE,
        /** WhatsApp said no, or sent us where we do not go. */
        REFUSED,
        /** The access token is not, or no longer, good for it. */
        TOKEN,
        TOO_LARGE
    }

    private final Kind kind;

    MediaException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

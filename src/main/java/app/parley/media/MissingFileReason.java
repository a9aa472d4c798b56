package app.parley.media;

import app.parley.cloudapi.MediaException;

/** Why a message's file is not here, as kept with it. */
public enum MissingFileReason {
    /** It is being fetched right now. */
    FETCHING,
    /** WhatsApp did not answer, or not to the end. */
    UNREACHABLE,
    /** WhatsApp said no. */
    REFUSED,
    /** The account's access token is missing, expired or not good for it. */
    TOKEN,
    /** Larger than the 100 MB that WhatsApp delivers. */
    TOO_LARGE,
    /** What came was not what was announced. */
    DAMAGED,
    /** WhatsApp itself could not get it, and says so in the message. */
    UNAVAILABLE,
    /** Our own disk could not take it. */
    NO_ROOM,
    /** WhatsApp keeps files for seven days, and they are over. */
    EXPIRED,
    /** We had it, and it is not on our disk any more. */
    LOST;

    static MissingFileReason of(MediaException trouble) {
        return switch (trouble.kind()) {
            case UNREACHABLE -> UNREACHABLE;
            case REFUSED -> REFUSED;
            case TOKEN -> TOKEN;
            case TOO_LARGE -> TOO_LARGE;
        };
    }

    /** Whether trying again by itself is of no use. */
    boolean isFinal() {
        return this == TOO_LARGE || this == EXPIRED || this == LOST;
    }
}

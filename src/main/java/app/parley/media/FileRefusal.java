package app.parley.media;

/** Why a file that an agent picked cannot be sent; each has its sentence in the message bundle. */
public enum FileRefusal {
    EMPTY,
    /** More than WhatsApp takes of anything: 100 MB. */
    TOO_LARGE,
    /** As a photo; as a document it could be sent. So it is with the two that follow. */
    IMAGE_TOO_LARGE,
    VIDEO_TOO_LARGE,
    AUDIO_TOO_LARGE,
    /** Its name says one thing and its bytes another. */
    MISNAMED,
    /** Recorded in a form that WhatsApp does not take. */
    NO_VOICE,
    /** Our own disk could not take it. */
    NO_ROOM,
    /** The agent has picked more within a day than anybody will send. */
    TOO_MANY
}

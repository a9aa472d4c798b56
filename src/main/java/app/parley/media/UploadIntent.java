package app.parley.media;

/** How an agent means a file that they picked. */
public enum UploadIntent {
    /** As a photo, video or audio where WhatsApp takes it as that, else as a document. */
    ANY,
    /** As a document whatever it is: WhatsApp leaves a document as it is, and makes a photo smaller. */
    DOCUMENT,
    /** Spoken just now, into the browser. */
    VOICE
}

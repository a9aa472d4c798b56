package app.parley.media;

import java.io.Serial;

/** A file was not taken in; nothing of it stays. */
public final class RefusedFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FileRefusal refusal;

    RefusedFileException(FileRefusal refusal) {
        super("Refused: " + refusal);
        this.refusal = refusal;
    }

    public FileRefusal refusal() {
        return refusal;
    }
}

package app.parley.backup;

/** A file that is not restored, or a place that it is not restored into; the message says why in one sentence. */
final class RefusedBackupException extends Exception {

    RefusedBackupException(String sentence) {
        super(sentence);
    }
}

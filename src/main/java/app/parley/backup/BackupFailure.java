package app.parley.backup;

/** Why a backup came to nothing. */
public enum BackupFailure {
    /** The disk has no room for it. */
    DISK_FULL("The disk has no room for a backup: nothing was kept of it."),
    /** The directory is not there, or may not be written to. */
    DIRECTORY("The directory for backups cannot be written to."),
    /** Anything else; the log says more. */
    OTHER("The backup failed, and nothing was kept of it; the log says why.");

    private final String sentence;

    BackupFailure(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}

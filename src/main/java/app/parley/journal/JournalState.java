package app.parley.journal;

/** Where a body stands. */
public enum JournalState {
    /** Kept and acknowledged; waits for the worker. */
    RECEIVED,
    PROCESSED,
    /** For a number that is none of ours (yet): processed once it becomes one. */
    UNASSIGNED,
    /** Cannot be processed as it is; an admin may replay it, after an upgrade for instance. */
    QUARANTINED
}

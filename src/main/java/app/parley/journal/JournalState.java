package app.parley.journal;

/** Where a body stands. */
public enum JournalState {
    /** Kept and acknowledged; waits for the worker. */
    RECEIVED,
    PROCESSED,
    /** Trouble of ours with it: tried again by the next version, or when an admin says so. */
    FAILED,
    /** Malformed, or not signed by the account of its number; an admin may replay or delete it. */
    QUARANTINED,
    /** For a number that is none of ours (yet): processed once it becomes one. */
    UNASSIGNED;

    /** Whether there is something for an admin to decide. */
    public boolean waitsForAnAdmin() {
        return this == FAILED || this == QUARANTINED || this == UNASSIGNED;
    }
}

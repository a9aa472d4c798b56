package app.parley.conversations;

/** One act of archiving, which "Undo" takes back. */
public record ArchivingId(long value) {}

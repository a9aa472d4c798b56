package app.parley.backup;

import java.time.Instant;

/**
 * A backup in the directory for them.
 *
 * @param size in bytes
 */
public record KeptBackup(String name, long size, Instant madeAt) {}

package app.parley.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the backup has come that is under way, or how the last one of this process went.
 *
 * @param startedAt null: none was made since the start
 * @param rows written so far
 * @param files written so far
 * @param outOf how many files there are to write; null while that is not known
 * @param made the file's name, once it is whole
 * @param trouble why there is none
 */
public record BackupProgress(
        @Nullable Instant startedAt,
        boolean running,
        long rows,
        long files,
        @Nullable Long outOf,
        @Nullable String made,
        @Nullable BackupFailure trouble) {

    static final BackupProgress NONE = new BackupProgress(null, false, 0, 0, null, null, null);

    static BackupProgress started(Instant now) {
        return new BackupProgress(now, true, 0, 0, null, null, null);
    }

    BackupProgress rows(long written) {
        return new BackupProgress(startedAt, true, written, 0, null, null, null);
    }

    BackupProgress files(long written, long all) {
        return new BackupProgress(startedAt, true, rows, written, all, null, null);
    }

    BackupProgress made(String name) {
        return new BackupProgress(startedAt, false, rows, files, outOf, name, null);
    }

    BackupProgress failed(BackupFailure why) {
        return new BackupProgress(startedAt, false, rows, files, outOf, null, why);
    }
}

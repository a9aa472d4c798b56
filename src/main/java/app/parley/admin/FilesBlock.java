package app.parley.admin;

import app.parley.conversations.AttachmentState;
import app.parley.conversations.MaintenanceQueries;

/** Files that customers sent and that are still to be fetched, or could not be. */
final class FilesBlock extends HealthBlock<FilesBlock.Asked> {

    private static final int MOST_COUNTED = 10_000;

    private final transient MaintenanceQueries maintenance;

    record Asked(int waiting, int gone) {}

    FilesBlock(MaintenanceQueries maintenance) {
        super("files");
        this.maintenance = maintenance;
    }

    @Override
    Asked ask() {
        return new Asked(
                maintenance.files(AttachmentState.WAITING, MOST_COUNTED + 1),
                maintenance.files(AttachmentState.GONE, MOST_COUNTED + 1));
    }

    @Override
    void show(Asked asked) {
        if (asked.waiting() == 0) {
            sayAllIsWell("health.files.well");
        } else {
            say("health.files.waiting", words(asked.waiting()));
        }
        if (asked.gone() > 0) {
            warn("health.files.gone", words(asked.gone()));
        }
    }

    private String words(int count) {
        return CappedCount.words(count, MOST_COUNTED, getLocale());
    }
}

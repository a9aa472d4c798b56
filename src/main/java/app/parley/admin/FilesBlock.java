package app.parley.admin;

import app.parley.conversations.AttachmentState;
import app.parley.conversations.Upkeep;

/** Files that customers sent and that are still to be fetched, or could not be. */
final class FilesBlock extends HealthBlock<FilesBlock.Asked> {

    private static final int MOST_COUNTED = 10_000;

    private final transient Upkeep upkeep;

    record Asked(int waiting, int gone) {}

    FilesBlock(Upkeep upkeep) {
        super("files");
        this.upkeep = upkeep;
    }

    @Override
    Asked ask() {
        return new Asked(
                upkeep.files(AttachmentState.WAITING, MOST_COUNTED + 1),
                upkeep.files(AttachmentState.GONE, MOST_COUNTED + 1));
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
        return Counted.words(count, MOST_COUNTED, getLocale());
    }
}

package app.parley.admin;

import app.parley.journal.Journal;
import app.parley.journal.NotShownCount;
import java.text.NumberFormat;
import java.util.List;

/** What comes in, is kept in the journal, and shown to nobody. */
final class NotShownBlock extends HealthBlock<List<NotShownCount>> {

    private static final int MOST = 30;

    private final transient Journal journal;
    private final transient ReaderTime time;

    NotShownBlock(Journal journal, ReaderTime time) {
        super("tally");
        this.journal = journal;
        this.time = time;
    }

    @Override
    List<NotShownCount> ask() {
        return journal.notShown(MOST);
    }

    @Override
    void show(List<NotShownCount> tally) {
        if (tally.isEmpty()) {
            sayAllIsWell("health.tally.well");
            return;
        }
        HealthLines lines = new HealthLines();
        tally.forEach(line -> lines.line(
                what(line.what()),
                getTranslation("health.tally.last", time.words(line.lastAt())),
                NumberFormat.getIntegerInstance(getLocale()).format(line.count())));
        add(lines);
    }

    private String what(String what) {
        int colon = what.indexOf(':');
        return colon < 0
                ? getTranslation("health.tally." + what)
                : getTranslation("health.tally." + what.substring(0, colon), what.substring(colon + 1));
    }
}

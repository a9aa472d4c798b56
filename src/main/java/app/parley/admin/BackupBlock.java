package app.parley.admin;

import app.parley.backup.BackupProgress;
import app.parley.backup.Backups;
import app.parley.backup.KeptBackup;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;

/** The backups there are, and one to be made now. */
final class BackupBlock extends HealthBlock<BackupBlock.Asked> {

    private static final int MOST = 5;

    private final transient Backups backups;
    private final AgentId admin;
    private final transient ReaderTime time;

    record Asked(BackupProgress progress, List<KeptBackup> kept, boolean mayHave) {}

    BackupBlock(Backups backups, AgentId admin, ReaderTime time) {
        super("backup");
        this.backups = backups;
        this.admin = admin;
        this.time = time;
    }

    @Override
    Asked ask() {
        return new Asked(
                backups.progress(), backups.all().stream().limit(MOST).toList(), backups.mayHave(admin.value()));
    }

    @Override
    void show(Asked asked) {
        say("health.backup.meaning");
        if (asked.kept().isEmpty()) {
            say("health.backup.never");
        } else {
            HealthLines lines = new HealthLines();
            asked.kept()
                    .forEach(backup -> lines.line(
                            time.words(backup.madeAt()),
                            Sizes.words(backup.size(), getLocale()),
                            asked.mayHave() ? download(backup) : new Span()));
            add(lines);
        }
        say("health.backup.where", backups.directory());
        if (asked.progress().running()) {
            showProgress(asked.progress());
        } else {
            if (asked.progress().trouble() != null) {
                warn("health.backup." + asked.progress().trouble());
            }
            if (asked.mayHave()) {
                add(new Button(getTranslation("health.backup.make"), click -> {
                    backups.begin(admin.value());
                    read().run();
                }));
            }
        }
        if (!asked.mayHave()) {
            say("health.backup.not-yours");
        }
    }

    private void showProgress(BackupProgress progress) {
        NumberFormat format = NumberFormat.getIntegerInstance(getLocale());
        if (progress.outOf() == null) {
            say("health.backup.rows", format.format(progress.rows()));
        } else {
            say("health.backup.files", format.format(progress.files()), format.format(progress.outOf()));
        }
    }

    /** Not by the router: it is a file. */
    private Anchor download(KeptBackup backup) {
        Anchor link = new Anchor("backups/" + backup.name(), getTranslation("health.backup.download"));
        link.setRouterIgnore(true);
        link.setTarget(AnchorTarget.DEFAULT);
        link.getElement().setAttribute("download", true);
        link.getElement()
                .setAttribute("aria-label", getTranslation("health.backup.download.of", time.words(backup.madeAt())));
        return link;
    }
}

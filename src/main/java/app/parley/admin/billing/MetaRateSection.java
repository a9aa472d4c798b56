package app.parley.admin.billing;

import app.parley.billing.Business;
import app.parley.billing.MetaRateSummary;
import app.parley.billing.MetaRates;
import app.parley.billing.RatePlan;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.LocalDate;

/** The table of what WhatsApp charges: what is there, and a new one, which is shown before it is applied. */
final class MetaRateSection extends SettingsSection {

    /** Of a file: a table of the most lines there may be has half of that. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final transient MetaRates rates;
    private final AgentId admin;
    private final transient LocalizedFormats words;
    private final transient Money money;
    private final Paragraph there = new Paragraph();
    private final Div planned = new Div();
    private final Upload upload = new Upload();

    MetaRateSection(MetaRates rates, AgentId admin, Business business, LocalizedFormats words, Money money) {
        super("meta");
        this.rates = rates;
        this.admin = admin;
        this.words = words;
        this.money = money;
        there.setClassName("settings-there");
        Paragraph help = new Paragraph(
                getTranslation("settings.meta.columns", business.currency().getCurrencyCode()));
        help.setClassName("settings-help");
        Anchor example = new Anchor("/settings/rates-example.csv", getTranslation("settings.meta.example"));
        example.setRouterIgnore(true);
        example.getElement().setAttribute("download", true);
        upload.setUploadHandler(UploadHandler.inMemory((file, content) -> plan(content)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setDropAllowed(true);
        upload.setUploadButton(new Button(getTranslation("settings.meta.choose")));
        upload.setDropLabel(new Span(getTranslation("settings.meta.drop")));
        upload.addFileRejectedListener(rejected -> refuse("settings.meta.rejected", MOST_BYTES / 1024 / 1024));
        add(there, help, example, upload, outcome(), planned);
        showWhatIsThere();
    }

    private void showWhatIsThere() {
        MetaRateSummary summary = rates.summary(admin);
        LocalDate earliest = summary.earliest();
        LocalDate latest = summary.latest();
        there.setText(
                earliest == null || latest == null
                        ? getTranslation("settings.meta.none")
                        : getTranslation(
                                earliest.equals(latest) ? "settings.meta.there-since" : "settings.meta.there",
                                words.count(summary.rates()),
                                words.count(summary.countries()),
                                words.day(earliest),
                                words.day(latest)));
    }

    void plan(byte[] file) {
        RatePlan plan = rates.plan(admin, file);
        upload.clearFileList();
        planned.removeAll();
        if (!plan.isWhole()) {
            refuse("settings.meta.wrong");
            planned.add(RatePlanView.errors(plan, words, this::getTranslation));
        } else if (plan.changes().isEmpty()) {
            tell("settings.meta.same", words.count(plan.same()));
        } else {
            tell("settings.meta.look");
            planned.add(new RatePlanView(plan, words, money, () -> apply(plan), this::discard));
        }
    }

    private void apply(RatePlan plan) {
        planned.removeAll();
        if (rates.apply(admin, plan)) {
            tell("settings.meta.applied");
            showWhatIsThere();
        } else {
            refuse("settings.meta.stale");
        }
    }

    private void discard() {
        planned.removeAll();
        tell("settings.meta.discarded");
    }
}

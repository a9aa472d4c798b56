package app.parley.admin.billing;

import app.parley.billing.BillingReports;
import app.parley.billing.Grouping;
import app.parley.billing.Period;
import app.parley.billing.ReportLine;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a line of the report is made of: its messages, and the sessions that were opened. */
final class LineDialog extends Dialog {

    /** What it needs to read and to say it. */
    record Tools(BillingReports reports, AgentId admin, LocalizedFormats words, Money money, LineNames names) {}

    LineDialog(Tools tools, BillingPage page, ReportLine line) {
        Grouping grouping = page.report().grouping();
        Period period = page.report().period();
        String name = tools.names().of(grouping, line);
        setHeaderTitle(
                grouping == Grouping.DAY
                        ? name
                        : getTranslation("billing.line", name, tools.words().period(period)));
        addClassName("line-dialog");
        MessageTable messages = new MessageTable(
                tools.reports(), tools.admin(), page, line, tools.words(), tools.money(), tools.names());
        messages.begin();
        TabSheet sheet = new TabSheet();
        sheet.addThemeName("no-border");
        sheet.addThemeName("no-padding");
        sheet.add(getTranslation("billing.messages"), messages);
        // No agent opens a session.
        if (line.agent() == null) {
            SessionTable sessions = new SessionTable(
                    tools.reports(),
                    tools.admin(),
                    ofLine(period, line.day()),
                    line.number() == null ? page.number() : line.number(),
                    line.customer(),
                    tools.words(),
                    tools.money());
            Tab tab = sheet.add(getTranslation("billing.sessions"), sessions);
            sheet.addSelectedChangeListener(change -> {
                if (tab.equals(change.getSelectedTab())) {
                    sessions.begin();
                }
            });
        }
        add(sheet);
        getFooter().add(new Button(getTranslation("billing.close"), click -> close()));
    }

    private static Period ofLine(Period period, @Nullable LocalDate day) {
        return day == null ? period : new Period(day, day, period.zone());
    }
}

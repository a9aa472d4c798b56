package app.parley.admin.billing;

import app.parley.billing.ReportLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The report itself: tiles, chart, table. */
final class BillingBody extends Div {

    private final transient LocalizedFormats words;
    private final Paragraph heading = new Paragraph();
    private final Tiles tiles;
    private final BudgetAlerts alerts;
    private final FeeChart chart;
    private final H2 chartTitle = new H2();
    private final Section plot;
    private final ReportTable table;
    private final Paragraph empty = new Paragraph(getTranslation("billing.empty"));
    private transient @Nullable BillingPage page;
    private transient @Nullable LineNames names;

    /** Shows what a line is made of. */
    interface Opener {
        void open(BillingPage page, ReportLine line, LineNames names);
    }

    BillingBody(LocalizedFormats words, Money money, Opener opener) {
        this.words = words;
        tiles = new Tiles(money, words);
        alerts = new BudgetAlerts(money, words);
        chart = new FeeChart(money, words);
        table = new ReportTable(words, money, line -> {
            if (page != null && names != null) {
                opener.open(page, line, names);
            }
        });
        Span legend = new Span(getTranslation("billing.chart.legend"));
        legend.setClassName("plot-legend");
        Div head = new Div(chartTitle, legend);
        head.setClassName("plot-head");
        plot = new Section(head, chart);
        plot.setClassName("plot");
        heading.setClassName("print-only");
        empty.setClassName("page-empty");
        setClassName("billing-body");
        setVisible(false);
        add(heading, alerts, tiles, plot, empty, table);
    }

    void show(BillingPage shown, LineNames called) {
        page = shown;
        names = called;
        heading.setText(heading(shown, called));
        alerts.show(shown);
        tiles.show(shown);
        boolean byDay = chart.show(shown.days());
        chartTitle.setText(getTranslation(byDay ? "billing.chart.days" : "billing.chart.months"));
        table.show(shown, called);
        plot.setVisible(!shown.isEmpty());
        table.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        setVisible(true);
    }

    /** On paper the buttons that say what was chosen are not there. */
    private String heading(BillingPage shown, LineNames called) {
        String period = words.period(shown.report().period());
        return shown.number() == null ? period : period + " · " + called.number(shown.number());
    }

    /** What stands there is of another choice until the new one has been read. */
    void dim(boolean isOld) {
        getElement().setAttribute("aria-busy", String.valueOf(isOld));
    }
}

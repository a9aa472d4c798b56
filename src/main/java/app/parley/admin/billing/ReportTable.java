package app.parley.admin.billing;

import app.parley.billing.Figures;
import app.parley.billing.Grouping;
import app.parley.billing.MetaCharges;
import app.parley.billing.ReportLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lines of a report and what they add up to; on a phone each is a block of lines. */
final class ReportTable extends NativeTable {

    private static final List<String> FIGURES =
            List.of("sessions", "inbound", "outbound", "failed-not-billed", "fees", "meta");

    private final transient LocalizedFormats words;
    private final transient Money money;
    private final transient Consumer<ReportLine> open;
    private final NativeTableHeaderCell first = new NativeTableHeaderCell();
    private final NativeTableBody body;
    private final NativeTableRow total;

    /** @param open shows what a line is made of */
    ReportTable(LocalizedFormats words, Money money, Consumer<ReportLine> open) {
        this.words = words;
        this.money = money;
        this.open = open;
        addClassNames("page-table", "billing-table");
        NativeTableRow head = getHead().addRow();
        first.getElement().setAttribute("scope", "col");
        head.add(first);
        for (String column : FIGURES) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("billing." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        body = addBody();
        total = getFoot().addRow();
    }

    void show(BillingPage page, LineNames names) {
        Grouping grouping = page.report().grouping();
        List<ReportLine> lines = page.lines();
        Figures sum = page.report().total();
        NumberFormat fees = money.format(column(lines, sum, Figures::fees));
        NumberFormat meta =
                money.format(column(lines, sum, figures -> figures.meta().amount()));
        first.setText(getTranslation("billing.by." + grouping));
        body.removeAll();
        for (ReportLine line : lines) {
            Component name = name(grouping, line, names.of(grouping, line));
            name.getElement().getClassList().add("line-name");
            name.getElement().setAttribute("dir", "auto");
            body.add(row(new NativeTableRow(), name, line.figures(), fees, meta));
        }
        total.removeAll();
        row(total, new Span(getTranslation("billing.total")), sum, fees, meta);
    }

    /** Who is not listed cannot be opened. */
    private Component name(Grouping grouping, ReportLine line, String words) {
        return grouping == Grouping.CUSTOMER && line.customer() == null
                ? new Span(words)
                : new NativeButton(words, click -> open.accept(line));
    }

    private static List<BigDecimal> column(List<ReportLine> lines, Figures sum, Function<Figures, BigDecimal> of) {
        return Stream.concat(lines.stream().map(ReportLine::figures), Stream.of(sum))
                .map(of)
                .toList();
    }

    private NativeTableRow row(
            NativeTableRow row, Component name, Figures figures, NumberFormat fees, NumberFormat meta) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        row.add(
                head,
                cell("sessions", words.count(figures.sessions())),
                cell("inbound", words.count(figures.inbound())),
                cell("outbound", words.count(figures.outbound())),
                cell("failed-not-billed", words.count(figures.failed())),
                cell("fees", fees.format(figures.fees())),
                metaCell(figures.meta(), meta));
        return row;
    }

    private NativeTableCell metaCell(MetaCharges charges, NumberFormat format) {
        Span amount = new Span(MetaWords.amountIsKnown(charges) ? format.format(charges.amount()) : "");
        if (charges.withoutRate() > 0) {
            Span unknown = new Span(getTranslation("billing.meta.without-rate", words.count(charges.withoutRate())));
            unknown.setClassName("without-rate");
            amount = new Span(amount, unknown);
        }
        return cell("meta", amount);
    }

    private NativeTableCell cell(String column, String text) {
        return cell(column, new Span(text));
    }

    private NativeTableCell cell(String column, Span content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", getTranslation("billing." + column));
        return cell;
    }
}

package app.parley.admin;

import app.parley.audit.IpAddress;
import app.parley.team.AuditLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Entries of the audit log; on a phone each is a block of lines. */
final class AuditTable extends NativeTable {

    private final NativeTableBody body;
    private final transient AuditWords words = new AuditWords(this, getLocale());

    AuditTable() {
        setClassName("page-table");
        NativeTableRow titles = getHead().addRow();
        for (String column : List.of("when", "who", "what", "subject", "address")) {
            titles.addHeaderCell().setText(getTranslation("audit." + column));
        }
        body = addBody();
    }

    void clear() {
        body.removeAll();
    }

    void append(List<AuditLine> lines, ReaderTime time) {
        lines.forEach(line -> body.add(row(line, time)));
    }

    private NativeTableRow row(AuditLine line, ReaderTime time) {
        NativeTableRow row = new NativeTableRow();
        row.add(
                cell("audit-when", time.words(line.at())),
                cell("audit-who", words.who(line)),
                cell("audit-what", words.what(line)),
                subject(line),
                cell("audit-address", IpAddress.shown(line.address())));
        return row;
    }

    private NativeTableCell subject(AuditLine line) {
        Span whom = new Span(words.subject(line));
        Span detail = new Span(words.detail(line));
        detail.setClassName("health-more");
        Div both = new Div(whom, detail);
        both.setClassName("health-both");
        return new NativeTableCell(both);
    }

    private static NativeTableCell cell(String className, String words) {
        NativeTableCell cell = new NativeTableCell();
        cell.setText(words);
        cell.setClassName(className);
        return cell;
    }
}

package app.parley.admin;

import app.parley.team.AuditLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;

/** Entries of the audit log; on a phone each is a block of lines. */
final class AuditTable extends NativeTable {

    private final NativeTableBody body;

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
                cell("audit-who", Objects.requireNonNullElseGet(line.who(), () -> getTranslation("audit.nobody"))),
                cell("audit-what", action(line)),
                subject(line),
                cell("audit-address", Objects.requireNonNullElse(line.address(), "")));
        return row;
    }

    private String action(AuditLine line) {
        return getTranslation(line.action() == null ? "audit.unknown" : "audit.action." + line.action());
    }

    private static NativeTableCell subject(AuditLine line) {
        Span whom = new Span(Objects.requireNonNullElse(line.subject(), ""));
        Span detail = new Span(Objects.requireNonNullElse(line.detail(), ""));
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

package app.parley.admin.billing;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of words that fits on a page; on a phone every cell says what it is. */
final class PlainTable extends NativeTable {

    private final List<String> columns;
    private final NativeTableBody body = new NativeTableBody();

    /** @param columns in words */
    PlainTable(String label, List<String> columns) {
        this.columns = columns;
        setClassName("page-table");
        addClassName("plain-table");
        getElement().setAttribute("aria-label", label);
        NativeTableRow heading = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            heading.add(cell);
        }
        add(new NativeTableHeader(heading), body);
    }

    void row(List<String> cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell(cells.get(i));
            cell.getElement().setAttribute("data-label", columns.get(i));
            row.add(cell);
        }
        body.add(row);
    }
}

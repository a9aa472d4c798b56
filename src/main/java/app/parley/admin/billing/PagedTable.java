package app.parley.admin.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are loaded as one scrolls, a page at a time.
 *
 * @param <L> a line
 */
abstract class PagedTable<L> extends Div {

    private static final int PAGE = 50;

    private final List<String> columns;
    private final NativeTableBody body;
    private final NativeTable table = new NativeTable();
    private final Paragraph empty = new Paragraph();
    private final Button more = new Button(getTranslation("billing.more"), click -> append());
    private transient @Nullable L last;

    /** @param columns keys of their titles */
    PagedTable(List<String> columns, String emptyWords) {
        this.columns = columns;
        setClassName("paged");
        table.addClassNames("page-table", "paged-table");
        NativeTableRow head = table.getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        body = table.addBody();
        empty.setText(getTranslation(emptyWords));
        empty.setClassName("page-empty");
        more.addClassName("page-more");
        // Loads by itself once it is scrolled to; a button for everybody else.
        more.getElement()
                .executeJs("new IntersectionObserver(seen => seen.some(e => e.isIntersecting) && this.click())"
                        + ".observe(this)");
        add(table, empty, more);
    }

    /** The lines after {@code after}, from the beginning when it is null. */
    abstract List<L> read(@Nullable L after, int limit);

    /** What stands in each column. */
    abstract List<Component> cells(L line);

    void begin() {
        if (last == null) {
            append();
            empty.setVisible(last == null);
            table.setVisible(last != null);
        }
    }

    private void append() {
        List<L> lines = read(last, PAGE);
        for (L line : lines) {
            body.add(row(cells(line)));
        }
        if (!lines.isEmpty()) {
            last = lines.getLast();
        }
        more.setVisible(lines.size() == PAGE);
    }

    private NativeTableRow row(List<Component> cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell(cells.get(i));
            cell.getElement().setAttribute("data-label", getTranslation(columns.get(i)));
            row.add(cell);
        }
        return row;
    }
}

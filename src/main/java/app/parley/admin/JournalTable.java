package app.parley.admin;

import app.parley.journal.JournalRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kept bodies, newest first; on a phone each is a block of lines. */
final class JournalTable extends NativeTable {

    private final NativeTableBody body;
    private final transient Acts acts;

    /** What can be done with a row. */
    interface Acts {
        void open(JournalRow row);

        void replay(JournalRow row);

        void delete(JournalRow row);
    }

    JournalTable(Acts acts) {
        this.acts = acts;
        setClassName("page-table");
        NativeTableRow titles = getHead().addRow();
        for (String column : List.of("received", "state", "reason", "signed", "attempts", "size")) {
            titles.addHeaderCell().setText(getTranslation("journal." + column));
        }
        Span actions = new Span(getTranslation("journal.actions"));
        actions.setClassName("only-spoken");
        titles.addHeaderCell().add(actions);
        body = addBody();
    }

    void clear() {
        body.removeAll();
    }

    void append(List<JournalRow> rows, ReaderTime time) {
        rows.forEach(row -> body.add(row(row, time.words(row.receivedAt()))));
    }

    private NativeTableRow row(JournalRow row, String received) {
        NumberFormat number = NumberFormat.getIntegerInstance(getLocale());
        NativeTableRow line = new NativeTableRow();
        line.add(
                cell("journal-received", null, new Span(received)),
                cell("journal-state", null, state(row)),
                cell("journal-reason", null, new Span(Objects.requireNonNullElse(row.reason(), ""))),
                cell("journal-signed", "journal.signed", new Span(row.signedBy().replace(",", ", "))),
                cell("journal-number", "journal.attempts", new Span(number.format(row.attempts()))),
                cell(
                        "journal-number",
                        "journal.size",
                        new Span(getTranslation("journal.bytes", number.format(row.size())))),
                cell("journal-acts", null, acts(row, received)));
        return line;
    }

    private Div acts(JournalRow row, String received) {
        Div buttons = new Div(button("open", received, () -> acts.open(row), false));
        if (row.state().waitsForAnAdmin()) {
            buttons.add(
                    button("replay", received, () -> acts.replay(row), true),
                    button("delete", received, () -> acts.delete(row), false));
        }
        return buttons;
    }

    private Button button(String act, String received, Runnable work, boolean once) {
        Button button = new Button(getTranslation("journal." + act), click -> work.run());
        button.setAriaLabel(getTranslation("journal." + act + ".of", received));
        button.setDisableOnClick(once);
        return button;
    }

    private Span state(JournalRow row) {
        Span words = new Span(getTranslation("journal.state." + row.state()));
        words.setClassName(row.state().waitsForAnAdmin() ? "tag" : "tag-calm");
        return words;
    }

    /** @param label of the column, for a phone, where there is no head; null where the content says it */
    private NativeTableCell cell(String className, @Nullable String label, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.setClassName(className);
        if (label != null) {
            cell.getElement().setAttribute("data-label", getTranslation(label));
        }
        return cell;
    }
}

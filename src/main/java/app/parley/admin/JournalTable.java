package app.parley.admin;

import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/** The bodies that wait for an admin, newest first; on a phone each is a block of lines. */
final class JournalTable extends NativeTable {

    private final NativeTableBody body;
    private final transient LongConsumer replay;

    JournalTable(LongConsumer replay) {
        this.replay = replay;
        setClassName("page-table");
        NativeTableRow titles = getHead().addRow();
        for (String column : List.of("received", "state", "reason")) {
            titles.addHeaderCell().setText(getTranslation("journal." + column));
        }
        titles.addHeaderCell();
        body = addBody();
    }

    void show(List<JournalRow> rows, ZoneId zone) {
        body.removeAll();
        rows.forEach(row -> body.add(row(row, zone)));
    }

    private NativeTableRow row(JournalRow row, ZoneId zone) {
        String received = received(row, zone);
        Button again = new Button(getTranslation("journal.replay"), click -> replay.accept(row.id()));
        again.setAriaLabel(getTranslation("journal.replay.of", received));
        again.setDisableOnClick(true);
        NativeTableRow line = new NativeTableRow();
        line.add(
                cell("journal-received", new Span(received)),
                cell("journal-state", state(row.state())),
                cell("journal-reason", new Span(Objects.requireNonNullElse(row.reason(), ""))),
                cell("journal-replay", again));
        return line;
    }

    private Span state(JournalState state) {
        Span words = new Span(getTranslation("journal.state." + state));
        words.setClassName("tag");
        return words;
    }

    private String received(JournalRow row, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(ZonedDateTime.ofInstant(row.receivedAt(), zone));
    }

    private static NativeTableCell cell(String className, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.setClassName(className);
        return cell;
    }
}

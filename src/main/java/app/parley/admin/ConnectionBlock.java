package app.parley.admin;

import app.parley.numbers.AccountManagement;
import app.parley.numbers.CheckResult;
import app.parley.numbers.ConnectionCheck;
import app.parley.numbers.Finding;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Looks at an account's connection when an admin asks, and says what each link of it is like. */
final class ConnectionBlock extends Div {

    private final transient ConnectionCheck check;
    private final transient AccountManagement keeping;
    private final AgentId me;
    private final String wabaId;
    private final transient ReaderTime time;
    private final Button ask = new Button(getTranslation("connection.check"));
    private final Paragraph summary = new Paragraph();
    private final UnorderedList links = new UnorderedList();

    ConnectionBlock(ConnectionCheck check, AccountManagement keeping, AgentId me, String wabaId, ReaderTime time) {
        this.check = check;
        this.keeping = keeping;
        this.me = me;
        this.wabaId = wabaId;
        this.time = time;
        setClassName("connection");
        links.setClassName("connection-links");
        links.setVisible(false);
        summary.getElement().setAttribute("role", "status");
        summary.setVisible(false);
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> run());
        add(summary, links);
    }

    /** Where it is pressed from. */
    Button button() {
        return ask;
    }

    private void run() {
        ask.setText(getTranslation("connection.checking"));
        BackgroundCall.ask(UI.getCurrent(), () -> check.check(me, wabaId), this::show, this::fail);
    }

    private void show(List<CheckResult> found) {
        ready();
        long wrong = found.stream()
                .filter(it -> it.finding().state() == Finding.State.WRONG)
                .count();
        boolean unknown = found.stream().anyMatch(it -> it.finding().state() == Finding.State.NOT_KNOWN);
        summary.setText(
                wrong > 0
                        ? getTranslation("connection.wrong", wrong)
                        : getTranslation(unknown ? "connection.open" : "connection.well"));
        summary.setClassName(wrong > 0 ? "health-warning" : unknown ? "health-words" : "health-well");
        links.removeAll();
        found.forEach(it -> links.add(line(it)));
        links.setVisible(true);
    }

    private ListItem line(CheckResult found) {
        String state = found.finding().state().name();
        Span mark = new Span(getTranslation("connection.mark." + state));
        mark.setClassName("connection-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span link = new Span(getTranslation("connection.link." + found.finding().link()));
        link.setClassName("health-what");
        Span spoken = new Span(getTranslation("connection.state." + state));
        spoken.setClassName("only-spoken");
        Span words = new Span(AccountWords.of(found, time, this));
        words.setClassName("connection-words");
        Div both = new Div(link, spoken, words);
        both.setClassName("health-both");
        ListItem item = new ListItem(mark, both);
        item.getElement().setAttribute("data-state", state);
        if (found.finding() == Finding.NOT_SUBSCRIBED || found.finding() == Finding.OTHER_APP_SUBSCRIBED) {
            item.add(subscribe());
        }
        return item;
    }

    private Button subscribe() {
        Button button = new Button(getTranslation("connection.subscribe"));
        button.setDisableOnClick(true);
        button.addClickListener(click -> BackgroundCall.ask(
                UI.getCurrent(),
                () -> {
                    keeping.subscribe(me, wabaId);
                    return check.check(me, wabaId);
                },
                this::show,
                this::fail));
        return button;
    }

    private void fail(RuntimeException trouble) {
        ready();
        summary.setText(AccountWords.of(trouble, this));
        summary.setClassName("health-warning");
    }

    private void ready() {
        ask.setEnabled(true);
        ask.setText(getTranslation("connection.check"));
        summary.setVisible(true);
    }
}

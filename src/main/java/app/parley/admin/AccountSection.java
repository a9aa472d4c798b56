package app.parley.admin;

import app.parley.numbers.AccountEntry;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** An account with its numbers below it. */
final class AccountSection extends Section {

    private final Div cards = new Div();

    /** @param edit opens what can be changed; of an account from the settings, only what is told to Meta */
    AccountSection(AccountEntry account, ConnectionBlock connection, Runnable edit) {
        setClassName("account");
        getElement().setAttribute("aria-label", NumbersView.name(account));
        Span more = new Span(
                account.fromSettings()
                        ? getTranslation("numbers.account.settings", account.wabaId())
                        : getTranslation("numbers.account", account.wabaId()));
        more.setClassName("health-more");
        Div who = new Div(new H2(NumbersView.name(account)), more);
        who.setClassName("health-both");
        Div acts = new Div(connection.button());
        acts.setClassName("row-acts");
        Button change = new Button(
                getTranslation(account.fromSettings() ? "numbers.webhook" : "numbers.edit"), click -> edit.run());
        change.setAriaLabel(getTranslation(
                account.fromSettings() ? "numbers.webhook.of" : "numbers.edit.title", NumbersView.name(account)));
        acts.add(change);
        Div head = new Div(who, acts);
        head.setClassName("account-head");
        cards.setClassName("health-blocks");
        add(head, connection, cards);
    }

    void add(NumberCard card) {
        cards.add(card);
    }
}

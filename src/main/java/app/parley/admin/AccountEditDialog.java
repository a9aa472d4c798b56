package app.parley.admin;

import app.parley.numbers.AccountEntry;
import app.parley.numbers.AccountManagement;
import app.parley.team.AgentId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes what an account is reached with, each thing by itself. What is secret is never shown again. */
final class AccountEditDialog extends Dialog {

    private final transient AccountManagement keeping;
    private final AgentId me;
    private final transient ReaderTime time;
    private final transient Runnable changed;
    private final Paragraph outcome = new Paragraph();
    private final Div parts = new Div();
    private transient AccountEntry account;
    private @Nullable String verifyToken;

    /** @param changed called after each change */
    AccountEditDialog(AccountManagement keeping, AgentId me, AccountEntry account, ReaderTime time, Runnable changed) {
        this.keeping = keeping;
        this.me = me;
        this.time = time;
        this.changed = changed;
        this.account = account;
        setHeaderTitle(NumbersView.name(account));
        addClassName("account-dialog");
        outcome.getElement().setAttribute("role", "status");
        parts.setClassName("account-parts");
        outcome.addClassName("account-outcome");
        add(parts);
        getFooter().add(outcome, new Button(getTranslation("team.close"), click -> close()));
        show();
    }

    private void show() {
        parts.removeAll();
        if (account.fromSettings()) {
            parts.add(part("numbers.webhook", "numbers.verify.settings", new WebhookPart(null)));
        } else {
            parts.add(token(), secrets(), webhook());
        }
    }

    private Div token() {
        PasswordField field = field("numbers.token");
        Button save = new Button(getTranslation("numbers.token.change"));
        onClick(save, "numbers.token.changed", () -> {
            String value = field.getValue();
            return () -> {
                keeping.changeToken(me, account.wabaId(), account.version(), value);
                return "";
            };
        });
        return part("numbers.token", "numbers.token.change.help", row(field, save));
    }

    private Div secrets() {
        HealthLines lines = new HealthLines();
        account.secrets().forEach(secret -> {
            Button drop = new Button(getTranslation("numbers.secret.drop"));
            drop.setVisible(account.secrets().size() > 1);
            onClick(drop, "numbers.secret.dropped", () -> () -> {
                keeping.dropSecret(me, account.wabaId(), account.version(), secret.n());
                return "";
            });
            lines.line(
                    getTranslation("numbers.secret.added", time.words(secret.addedAt())),
                    secret.lastUsedAt() == null
                            ? getTranslation("numbers.secret.unused")
                            : getTranslation("numbers.secret.used", time.words(secret.lastUsedAt())),
                    drop);
        });
        PasswordField field = field("numbers.secret.new");
        Button add = new Button(getTranslation("numbers.secret.add"));
        onClick(add, "numbers.secret.done", () -> {
            String value = field.getValue();
            return () -> {
                keeping.addSecret(me, account.wabaId(), account.version(), value);
                return "";
            };
        });
        Div part = part("numbers.secrets", "numbers.secrets.help", lines);
        part.add(row(field, add));
        return part;
    }

    private Div webhook() {
        WebhookPart address = new WebhookPart(verifyToken);
        Button renew = new Button(getTranslation("numbers.verify.new"));
        Div part = part("numbers.webhook", "numbers.verify.help", address);
        onClick(
                renew,
                "numbers.verify.done",
                () -> () -> keeping.newVerifyToken(me, account.wabaId(), account.version()));
        part.add(renew);
        return part;
    }

    /** What was typed is read under the lock, then it is done without. */
    private void onClick(Button button, String done, Supplier<Supplier<String>> work) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            UI ui = UI.getCurrent();
            say("numbers.working", "health-words");
            BackgroundCall.ask(ui, work.get(), shown -> done(done, shown), trouble -> refused(button, trouble));
        });
    }

    /** @param fresh a verify token to be shown, as long as the dialog is open; empty for none */
    private void done(String key, String fresh) {
        say(key, "health-well");
        if (!fresh.isEmpty()) {
            verifyToken = fresh;
        }
        read();
    }

    private void say(String key, String className) {
        outcome.setText(getTranslation(key));
        outcome.setClassName(className);
        outcome.addClassName("account-outcome");
    }

    private void refused(Button button, RuntimeException trouble) {
        outcome.setText(AccountWords.of(trouble, this));
        outcome.setClassName("health-warning");
        outcome.addClassName("account-outcome");
        button.setEnabled(true);
        if (AccountWords.isOutdated(trouble)) {
            read();
        }
    }

    private void read() {
        changed.run();
        keeping.all(me).stream()
                .filter(it -> it.wabaId().equals(account.wabaId()))
                .findFirst()
                .ifPresent(it -> account = it);
        show();
    }

    private PasswordField field(String label) {
        SecretField field = new SecretField(getTranslation(label));
        field.setAutocomplete(Autocomplete.OFF);
        return field;
    }

    private static Div row(PasswordField field, Button button) {
        Div row = new Div(field, button);
        row.setClassName("copy-field");
        return row;
    }

    private Div part(String title, String help, Component content) {
        Paragraph words = new Paragraph(getTranslation(help));
        words.setClassName("health-words");
        Div part = new Div(new H3(getTranslation(title)), words, content);
        part.setClassName("account-part");
        return part;
    }
}

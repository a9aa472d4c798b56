package app.parley.admin;

import app.parley.numbers.AccountManagement;
import app.parley.numbers.AddedAccount;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** Connects an account in two steps: what comes from Meta, then what goes there. */
final class AccountDialog extends Dialog {

    private final transient AccountManagement keeping;
    private final AgentId me;
    private final transient Runnable changed;
    private final TextField waba = new TextField(getTranslation("numbers.waba"));
    private final SecretField token = new SecretField(getTranslation("numbers.token"));
    private final SecretField secret = new SecretField(getTranslation("numbers.secret"));
    private final Paragraph fault = new Paragraph();
    private final Button connect = new Button(getTranslation("numbers.connect"));

    /** @param changed called once there is one account more */
    AccountDialog(AccountManagement keeping, AgentId me, Runnable changed) {
        this.keeping = keeping;
        this.me = me;
        this.changed = changed;
        setHeaderTitle(getTranslation("numbers.add.title"));
        addClassName("account-dialog");
        setCloseOnOutsideClick(false);
        waba.setHelperText(getTranslation("numbers.waba.help"));
        waba.setAutocomplete(Autocomplete.OFF);
        waba.setAutofocus(true);
        token.setHelperText(getTranslation("numbers.token.help"));
        secret.setHelperText(getTranslation("numbers.secret.help"));
        token.setAutocomplete(Autocomplete.OFF);
        secret.setAutocomplete(Autocomplete.OFF);
        fault.setClassName("form-fault");
        fault.getElement().setAttribute("role", "alert");
        Div form =
                new Div(new Paragraph(getTranslation("numbers.add.lead")), waba, token, permissions(), secret, fault);
        form.setClassName("member-form");
        add(form);
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.setDisableOnClick(true);
        connect.addClickListener(click -> getUI().ifPresent(this::connect));
        getFooter().add(new Button(getTranslation("team.cancel"), click -> close()), connect);
    }

    private Div permissions() {
        UnorderedList list = new UnorderedList(
                new ListItem(new Code("whatsapp_business_messaging")),
                new ListItem(new Code("whatsapp_business_management")));
        Div both = new Div(new Paragraph(getTranslation("numbers.permissions")), list);
        both.setClassName("account-permissions");
        return both;
    }

    private void connect(UI ui) {
        fault.setText("");
        connect.setText(getTranslation("numbers.connecting"));
        String id = waba.getValue();
        String with = token.getValue();
        String and = secret.getValue();
        BackgroundCall.ask(ui, () -> keeping.add(me, id, with, and), this::added, this::refused);
    }

    private void refused(RuntimeException trouble) {
        connect.setEnabled(true);
        connect.setText(getTranslation("numbers.connect"));
        String field = AccountWords.field(trouble);
        waba.setInvalid(field.equals("waba"));
        token.setInvalid(field.equals("token"));
        secret.setInvalid(field.equals("secret"));
        fault.setText(AccountWords.of(trouble, this));
    }

    private void added(AddedAccount account) {
        changed.run();
        removeAll();
        getFooter().removeAll();
        setHeaderTitle(getTranslation("numbers.added.title"));
        Paragraph numbers =
                new Paragraph(getTranslation("numbers.added.numbers", String.join(", ", account.numbers())));
        numbers.setClassName("health-well");
        Paragraph subscribed = new Paragraph(
                getTranslation(account.subscribed() ? "numbers.added.subscribed" : "numbers.added.not-subscribed"));
        subscribed.setClassName(account.subscribed() ? "health-well" : "health-warning");
        add(numbers, subscribed, new WebhookPart(account.verifyToken()));
        Button done = new Button(getTranslation("numbers.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}

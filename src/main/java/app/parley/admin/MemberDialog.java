package app.parley.admin;

import app.parley.numbers.Membership.Settled;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.Member;
import app.parley.team.Profile;
import app.parley.team.Role;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Somebody of the team, new or known: name, email, role and numbers. */
final class MemberDialog extends Dialog {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;

    private final TextField name = new TextField(getTranslation("team.name"));
    private final EmailField email = new EmailField(getTranslation("login.email"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(getTranslation("team.role"));
    private final Checkbox billing = new Checkbox(getTranslation("team.billing"));
    private final Checkbox allNumbers = new Checkbox(getTranslation("team.all-numbers"));
    private final CheckboxGroup<PhoneNumberEntry> numbers = new CheckboxGroup<>(getTranslation("team.numbers"));
    private final Div more = new Div();
    private final transient Consumer<MemberForm> done;

    /** Somebody new. */
    MemberDialog(List<PhoneNumberEntry> all, Consumer<MemberForm> done) {
        this.done = done;
        setHeaderTitle(getTranslation("team.invite.title"));
        fill(all, new Settled(new Profile("", Role.AGENT, false), new Access(true, Set.of())), "team.invite.submit");
    }

    MemberDialog(List<PhoneNumberEntry> all, Member member, Settled seen, Consumer<MemberForm> done) {
        this.done = done;
        setHeaderTitle(getTranslation("team.edit.title", seen.profile().name()));
        email.setValue(member.email());
        email.setReadOnly(true);
        fill(all, seen, "team.edit.submit");
    }

    /** What else can be done about somebody who is known. */
    void offer(String key, Runnable act) {
        Button button = new Button(getTranslation(key), click -> {
            close();
            act.run();
        });
        more.add(button);
    }

    private void fill(List<PhoneNumberEntry> all, Settled seen, String submit) {
        Access access = seen.access();
        name.setValue(seen.profile().name());
        name.setMaxLength(LONGEST_NAME);
        name.setRequired(true);
        email.setMaxLength(LONGEST_EMAIL);
        email.setRequired(true);
        role.setItems(Role.AGENT, Role.ADMIN);
        role.setValue(seen.profile().role());
        role.setItemLabelGenerator(one -> getTranslation("team.role." + one));
        billing.setValue(seen.seesBilling());
        offerBilling(access.all());
        // As it usually is; what is ticked holds.
        role.addValueChangeListener(
                change -> billing.setValue(change.getValue() == Role.ADMIN && allNumbers.getValue()));
        numbers.setItems(all);
        numbers.setItemLabelGenerator(number -> number.name() + " · " + number.displayPhone());
        numbers.setValue(all.stream()
                .filter(number -> access.numbers().contains(number.id()))
                .collect(Collectors.toSet()));
        allNumbers.setValue(access.all());
        numbers.setVisible(!access.all());
        allNumbers.addValueChangeListener(change -> {
            numbers.setVisible(!change.getValue());
            billing.setValue(change.getValue() && role.getValue() == Role.ADMIN);
            offerBilling(change.getValue());
        });
        more.setClassName("member-more");
        Div form = new Div(name, email, role, billing, allNumbers, numbers, more);
        form.setClassName("member-form");
        add(form);
        Button save = new Button(getTranslation(submit), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("team.cancel"), click -> close()), save);
    }

    private void offerBilling(boolean isPossible) {
        billing.setEnabled(isPossible);
        billing.setHelperText(getTranslation(isPossible ? "team.billing.help" : "team.billing.limited"));
    }

    private void submit() {
        name.setManualValidation(true);
        email.setManualValidation(true);
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(getTranslation("team.name.required"));
        email.setInvalid(!email.isReadOnly() && !Emails.isOne(email.getValue()));
        email.setErrorMessage(getTranslation("setup.email.wrong"));
        if (name.isInvalid() || email.isInvalid()) {
            return;
        }
        close();
        Set<NumberId> chosen =
                numbers.getValue().stream().map(PhoneNumberEntry::id).collect(Collectors.toSet());
        done.accept(new MemberForm(
                email.getValue(),
                new Settled(
                        new Profile(name.getValue(), role.getValue(), billing.getValue()),
                        new Access(allNumbers.getValue(), chosen))));
    }
}

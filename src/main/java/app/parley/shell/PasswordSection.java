package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.PasswordChange;
import app.parley.team.Passwords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.Autocomplete;
import java.util.Optional;

/** Another password; one has to know the one there is. */
final class PasswordSection extends ProfileSection {

    private final transient PasswordChange own;
    private final transient Reauthentication reauthentication;
    private final transient Agent me;
    private final SecretField current = new SecretField(getTranslation("profile.password.current"));
    private final SecretField fresh = new SecretField(getTranslation("profile.password.new"));

    PasswordSection(PasswordChange own, Reauthentication reauthentication, Agent me) {
        super("password");
        this.own = own;
        this.reauthentication = reauthentication;
        this.me = me;
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setHelperText(getTranslation("setup.password.help", String.valueOf(Passwords.MIN_LENGTH)));
        fresh.setManualValidation(true);
        if (reauthentication.mayHaveNoPassword(me)) {
            add(words("profile.password.none"));
        }
        add(current, fresh, new Button(getTranslation("profile.password.change"), click -> change()), outcome());
    }

    private void change() {
        Optional<String> fault = PasswordWords.of(fresh.getValue(), me.name(), me.email());
        fresh.setInvalid(fault.isPresent());
        fresh.setErrorMessage(fault.map(key -> getTranslation(key, String.valueOf(Passwords.MIN_LENGTH)))
                .orElse(""));
        if (fault.isPresent()) {
            return;
        }
        Optional<String> refused = reauthentication.proven(
                me, address(), () -> own.change(me.requireId(), current.getValue(), fresh.getValue()));
        if (refused.isPresent()) {
            tell(refused.get(), false);
        } else {
            // Every login of theirs has ended, this one too.
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?" + LoginView.CHANGED));
        }
    }
}

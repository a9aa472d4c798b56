package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.OwnPassword;
import app.parley.team.Passwords;
import app.parley.team.TeamRefusal;
import app.parley.team.TeamRefusedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Optional;

/** Another password; one has to know the one there is. */
final class PasswordSection extends ProfileSection {

    private final transient OwnPassword own;
    private final transient LoginThrottle throttle;
    private final transient Agent me;
    private final PasswordField current = new PasswordField(getTranslation("profile.password.current"));
    private final PasswordField fresh = new PasswordField(getTranslation("profile.password.new"));

    PasswordSection(OwnPassword own, LoginThrottle throttle, Agent me) {
        super("password");
        this.own = own;
        this.throttle = throttle;
        this.me = me;
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setHelperText(getTranslation("setup.password.help", String.valueOf(Passwords.MIN_LENGTH)));
        fresh.setManualValidation(true);
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
        if (throttle.refuses(me.email(), address())) {
            tell("login.wait", false);
            return;
        }
        try {
            own.change(me.requireId(), current.getValue(), fresh.getValue());
            // Every login of theirs has ended, this one too.
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?" + LoginView.CHANGED));
        } catch (TeamRefusedException e) {
            if (e.refusal() == TeamRefusal.WRONG_PASSWORD) {
                throttle.failed(me.email(), address());
            }
            tell("team.refused." + e.refusal(), false);
        }
    }
}

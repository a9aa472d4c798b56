package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.Enrolment;
import app.parley.team.TwoFactor;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** The second factor: set up, turned off, and its recovery codes. Each asks for a proof, so that a borrowed screen is not enough. */
final class TwoFactorSection extends ProfileSection {

    private final transient TwoFactor second;
    private final transient Reauthentication reauthentication;
    private final transient Agent me;
    private final Div body = new Div();
    private final SecretField password = new SecretField(getTranslation("profile.second.prove"));
    private final TextField code = new TextField(getTranslation("code.field"));

    TwoFactorSection(TwoFactor second, Reauthentication reauthentication, Agent me) {
        super("second");
        this.second = second;
        this.reauthentication = reauthentication;
        this.me = me;
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        code.getElement().setProperty("autocomplete", "one-time-code");
        body.setClassName("profile-body");
        add(body, outcome());
        show();
    }

    private void show() {
        body.removeAll();
        password.clear();
        code.clear();
        if (!second.isOn(me.requireId())) {
            body.add(words("profile.second.off"));
            if (reauthentication.mayHaveNoPassword(me)) {
                body.add(words("profile.password.none"));
            }
            body.add(password, button("profile.second.setup", this::begin));
            return;
        }
        body.add(
                words("profile.second.on", second.recoveryCodesLeft(me.requireId())),
                code,
                button("profile.second.codes", () -> {
                    new CodesDialog(second.newRecoveryCodes(me.requireId(), code.getValue())).open();
                    done("profile.second.codes.made");
                }));
        if (!second.isCompulsory()) {
            body.add(button("profile.second.remove", () -> {
                second.turnOff(me.requireId(), code.getValue());
                done("profile.second.removed");
            }));
        }
    }

    private void begin() {
        Enrolment enrolment = second.begin(me.requireId(), password.getValue());
        password.clear();
        outcome().setText("");
        body.removeAll();
        body.add(new EnrolmentSteps(enrolment), code, button("profile.second.confirm", () -> {
            new CodesDialog(second.confirm(me.requireId(), enrolment, code.getValue())).open();
            done("profile.second.done");
        }));
    }

    private void done(String key) {
        tell(key, true);
        show();
    }

    private Button button(String key, Runnable act) {
        return new Button(getTranslation(key), click -> {
            Optional<String> refused = reauthentication.proven(me, address(), act);
            refused.ifPresent(why -> tell(why, false));
        });
    }
}

package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.TeamRefusal;
import app.parley.team.TeamRefusedException;
import app.parley.team.TwoFactor;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** The second factor: set up, turned off, and its recovery codes. Each asks for a code, so that a borrowed screen is not enough. */
final class TwoFactorSection extends ProfileSection {

    private final transient TwoFactor second;
    private final transient LoginThrottle throttle;
    private final transient Agent me;
    private final Div body = new Div();
    private final TextField code = new TextField(getTranslation("code.field"));

    TwoFactorSection(TwoFactor second, LoginThrottle throttle, Agent me) {
        super("second");
        this.second = second;
        this.throttle = throttle;
        this.me = me;
        code.getElement().setProperty("autocomplete", "one-time-code");
        body.setClassName("profile-body");
        add(body, outcome());
        show();
    }

    private void show() {
        body.removeAll();
        code.clear();
        if (!second.isOn(me.requireId())) {
            body.add(words("profile.second.off"), new Button(getTranslation("profile.second.setup"), click -> begin()));
            return;
        }
        body.add(
                words("profile.second.on", second.recoveryCodesLeft(me.requireId())),
                code,
                button("profile.second.codes", typed -> {
                    new CodesDialog(second.newRecoveryCodes(me.requireId(), typed)).open();
                    tell("profile.second.codes.made", true);
                }));
        if (!second.isCompulsory()) {
            body.add(button("profile.second.remove", typed -> {
                second.turnOff(me.requireId(), typed);
                tell("profile.second.removed", true);
            }));
        }
    }

    private void begin() {
        body.removeAll();
        body.add(new EnrolmentSteps(second.begin(me.requireId())), code, button("profile.second.confirm", typed -> {
            new CodesDialog(second.confirm(me.requireId(), typed)).open();
            tell("profile.second.done", true);
        }));
    }

    private Button button(String key, Consumer<String> act) {
        return new Button(getTranslation(key), click -> {
            if (throttle.refuses(me.email(), address())) {
                tell("login.wait", false);
                return;
            }
            try {
                act.accept(code.getValue());
                show();
            } catch (TeamRefusedException e) {
                if (e.refusal() == TeamRefusal.CODE) {
                    throttle.failed(me.email(), address());
                }
                tell("team.refused." + e.refusal(), false);
            }
        });
    }
}

package app.parley.shell;

import app.parley.shell.LoginThrottle.Try;
import app.parley.team.Agent;
import app.parley.team.InvitationAcceptance;
import app.parley.team.Passwords;
import app.parley.team.TeamRefusedException;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Where an invitation leads, or a link for a new password. */
@Route(value = "join", autoLayout = false)
@PageTitle("Parley")
@AnonymousAllowed
class JoinView extends WelcomePage implements HasUrlParameter<String> {

    private final transient InvitationAcceptance joining;
    private final transient LoginThrottle throttle;
    private final Paragraph notice = new Paragraph();
    private final SecretField password = new SecretField(getTranslation("login.password"));
    private final Div form = new Div();
    private String token = "";

    JoinView(InvitationAcceptance joining, LoginThrottle throttle) {
        super(I18NProvider.translate("join.title"));
        this.throttle = throttle;
        this.joining = joining;
        notice.getElement().setAttribute("role", "alert");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("setup.password.help", String.valueOf(Passwords.MIN_LENGTH)));
        password.setAutofocus(true);
        password.setManualValidation(true);
        Button choose = new Button(getTranslation("join.submit"), click -> choose());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        choose.addClickShortcut(Key.ENTER);
        form.add(password, choose);
        form.setClassName("welcome-form");
        addToCard(notice, form);
    }

    @Override
    public void setParameter(BeforeEvent event, String link) {
        token = link;
        Optional<Try> one = throttle.takeLink(address());
        Optional<Agent> guest = one.flatMap(_ -> joining.guest(link));
        guest.ifPresent(_ -> throttle.giveBack(one.get()));
        form.setVisible(guest.isPresent());
        notice.setClassName("notice-error", guest.isEmpty());
        notice.setText(guest.map(agent -> getTranslation("join.intro", agent.name(), agent.email()))
                .orElseGet(() -> getTranslation(one.isPresent() ? "join.over" : "login.wait")));
    }

    private static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : request.getRemoteAddr();
    }

    private void choose() {
        Optional<String> fault =
                joining.guest(token).flatMap(me -> PasswordWords.of(password.getValue(), me.name(), me.email()));
        password.setInvalid(fault.isPresent());
        password.setErrorMessage(fault.map(key -> getTranslation(key, String.valueOf(Passwords.MIN_LENGTH)))
                .orElse(""));
        if (fault.isPresent()) {
            return;
        }
        try {
            joining.choosePassword(token, password.getValue());
            getUI().ifPresent(ui -> ui.navigate(LoginView.class, QueryParameters.of(LoginView.READY, "")));
        } catch (TeamRefusedException e) {
            form.setVisible(false);
            notice.setClassName("notice-error", true);
            notice.setText(getTranslation("join.over"));
        }
    }
}

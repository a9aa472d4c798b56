package app.parley.shell;

import app.parley.team.Team;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.Optional;

/** The second step of the login: a code from the phone, which learns the secret here when nobody has told it yet. */
@Route(value = CodeView.PATH, autoLayout = false)
@PageTitle("Parley")
@AnonymousAllowed
class CodeView extends WelcomePage implements BeforeEnterObserver {

    static final String PATH = "login/code";

    private final transient Team team;
    private final transient Clock clock;

    CodeView(Team team, Clock clock) {
        super(I18NProvider.translate("code.title"));
        this.team = team;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PendingLogin> half = pendingLogin();
        if (half.isEmpty()) {
            event.forwardTo(LoginView.class);
            return;
        }
        if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            Paragraph wrong = new Paragraph(getTranslation("code.wrong"));
            wrong.setClassName("notice-error");
            wrong.getElement().setAttribute("role", "alert");
            addToCard(wrong);
        }
        ask(half.get());
    }

    /** Who was half the way in too long ago, or with a password that holds no longer, is shown nothing. */
    private Optional<PendingLogin> pendingLogin() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null
                ? Optional.empty()
                : PendingLogin.of(request.getWrappedSession().getAttribute(PendingLogin.NAME))
                        .filter(half -> half.isGoodAt(
                                clock.instant(), team.byId(half.agent().agentId())));
    }

    private void ask(PendingLogin half) {
        if (half.enrolment().isPresent()) {
            addToCard(
                    new Paragraph(getTranslation("code.compulsory")),
                    new EnrolmentSteps(half.enrolment().get()));
        } else {
            addToCard(new Paragraph(getTranslation("code.intro")));
        }
        Anchor back = new Anchor("login?" + LoginView.AGAIN, getTranslation("code.back"));
        back.setRouterIgnore(true);
        back.setClassName("welcome-back");
        addToCard(form(half), back);
    }

    private PostForm form(PendingLogin half) {
        TextField code = new TextField(getTranslation("code.field"));
        code.getElement().setProperty("name", "password").setProperty("autocomplete", "one-time-code");
        code.setAutofocus(true);
        PostForm form = new PostForm("login");
        form.setClassName("welcome-form");
        form.addHidden(PasswordThenCode.STEP, PasswordThenCode.CODE);
        form.addHidden("username", half.email());
        if (half.remember()) {
            form.addHidden("remember-me", "on");
        }
        form.add(code);
        form.addSubmit(getTranslation("login.submit"), "primary");
        return form;
    }
}

package app.parley.shell;

import app.parley.team.Enrolment;
import app.parley.team.TwoFactor;
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
import java.util.Optional;

/** The second step of the login: a code from the phone, which learns the secret here when nobody has told it yet. */
@Route(value = CodeView.PATH, autoLayout = false)
@PageTitle("Parley")
@AnonymousAllowed
class CodeView extends WelcomePage implements BeforeEnterObserver {

    static final String PATH = "login/code";

    private final transient TwoFactor second;

    CodeView(TwoFactor second) {
        super(I18NProvider.translate("code.title"));
        this.second = second;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Optional<HalfIn> half = request == null
                ? Optional.empty()
                : HalfIn.of(request.getWrappedSession().getAttribute(HalfIn.name()));
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

    private void ask(HalfIn half) {
        if (half.need() == TwoFactor.Need.SETUP) {
            Enrolment enrolment = second.begin(half.agent().agentId());
            addToCard(new Paragraph(getTranslation("code.compulsory")), new EnrolmentSteps(enrolment));
        } else {
            addToCard(new Paragraph(getTranslation("code.intro")));
        }
        Anchor back = new Anchor("login?" + LoginView.AGAIN, getTranslation("code.back"));
        back.setRouterIgnore(true);
        back.setClassName("welcome-back");
        addToCard(form(half), back);
    }

    private PostForm form(HalfIn half) {
        TextField code = new TextField(getTranslation("code.field"));
        code.getElement().setProperty("name", "password").setProperty("autocomplete", "one-time-code");
        code.setAutofocus(true);
        PostForm form = new PostForm("login");
        form.setClassName("welcome-form");
        form.addHidden(TwoSteps.STEP, TwoSteps.CODE);
        form.addHidden("username", half.email());
        if (half.remember()) {
            form.addHidden("remember-me", "on");
        }
        form.add(code);
        form.addSubmit(getTranslation("login.submit"), "primary");
        return form;
    }
}

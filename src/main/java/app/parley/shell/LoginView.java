package app.parley.shell;

import app.parley.shell.DemoLogins.DemoLogin;
import app.parley.team.CurrentAgent;
import app.parley.team.FirstAdmin;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;

/** The login page. In a demo it offers to be one of its agents with one click. */
@Route(value = "login", autoLayout = false)
@PageTitle("Parley")
@AnonymousAllowed
class LoginView extends WelcomePage implements BeforeEnterObserver {

    /** In the URL for who has tried too often. */
    static final String WAIT = "wait";

    /** In the URL after the first admin was made. */
    static final String READY = "ready";

    /** In the URL after a password was changed. */
    static final String CHANGED = "changed";

    /** In the URL for who starts over. */
    static final String AGAIN = "again";

    private final FirstAdmin firstAdmin;
    private final CurrentAgent currentAgent;
    private final TextField email = new TextField(getTranslation("login.email"));
    private final SecretField password = new SecretField(getTranslation("login.password"));
    private final Paragraph notice = new Paragraph();

    LoginView(FirstAdmin firstAdmin, CurrentAgent currentAgent, DemoLogins demo) {
        super(I18NProvider.translate("login.title"));
        this.firstAdmin = firstAdmin;
        this.currentAgent = currentAgent;
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        addToCard(notice, form());
        if (!demo.logins().isEmpty()) {
            Paragraph or = new Paragraph(getTranslation("login.demo"));
            or.setClassName("welcome-or");
            addToCard(or);
            demo.logins().forEach(login -> addToCard(oneClick(login)));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        if (firstAdmin.isWanted()) {
            event.forwardTo(SetupView.class);
        } else if (currentAgent.find().isPresent()) {
            event.forwardTo("");
        } else if (query.getParameters().containsKey("error")) {
            show("login.failed", "notice-error");
            keepEmail();
        } else if (query.getParameters().containsKey(WAIT)) {
            show("login.wait", "notice-error");
        } else if (query.getParameters().containsKey(READY)) {
            show("login.ready", "notice-good");
        } else if (query.getParameters().containsKey(CHANGED)) {
            show("login.changed", "notice-good");
        }
    }

    private PostForm form() {
        email.getElement().setProperty("name", "username").setAttribute("inputmode", "email");
        email.getElement().setProperty("autocomplete", "username");
        email.setAutofocus(true);
        password.getElement().setProperty("name", "password").setProperty("autocomplete", "current-password");
        Checkbox keep = new Checkbox(getTranslation("login.keep"));
        keep.getElement().setProperty("name", "remember-me");

        PostForm form = new PostForm("login");
        form.setClassName("welcome-form");
        form.add(email, password, keep);
        form.addSubmit(getTranslation("login.submit"), "primary");
        return form;
    }

    /** Only the password is to be typed again: Spring Security remembers who it refused. */
    private void keepEmail() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null
                && request.getWrappedSession().getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
                        instanceof AuthenticationException refused
                && refused.getAuthenticationRequest() != null) {
            email.setValue(refused.getAuthenticationRequest().getName());
            email.setAutofocus(false);
            password.setAutofocus(true);
        }
    }

    private PostForm oneClick(DemoLogin login) {
        PostForm form = new PostForm("login");
        form.addHidden("username", login.email());
        form.addHidden("password", login.password());
        form.addSubmit(
                getTranslation("login.as", login.name(), getTranslation("login.role." + login.role())), "secondary");
        return form;
    }

    private void show(String key, String className) {
        notice.setText(getTranslation(key));
        notice.setClassName(className);
        notice.setVisible(true);
    }
}

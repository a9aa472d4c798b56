package app.parley.shell;

import app.parley.team.FirstAdmin;
import app.parley.team.FirstAdmin.WrongCodeException;
import app.parley.team.Passwords;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.validator.EmailValidator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Makes the first admin. There is no such page once somebody works here. */
@Route(value = "setup", autoLayout = false)
@PageTitle("Parley")
@AnonymousAllowed
class SetupView extends WelcomePage implements BeforeEnterObserver {

    private final FirstAdmin firstAdmin;
    private final TextField code = new TextField(getTranslation("setup.code"));
    private final TextField name = new TextField(getTranslation("setup.name"));
    private final TextField email = new TextField(getTranslation("login.email"));
    private final SecretField password = new SecretField(getTranslation("login.password"));

    SetupView(FirstAdmin firstAdmin) {
        super(I18NProvider.translate("setup.title"));
        this.firstAdmin = firstAdmin;
        code.setHelperText(getTranslation("setup.code.help"));
        code.setAutocomplete(Autocomplete.OFF);
        code.setAutofocus(true);
        name.setAutocomplete(Autocomplete.NAME);
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("setup.password.help", String.valueOf(Passwords.MIN_LENGTH)));
        Button create = new Button(getTranslation("setup.submit"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        Div form = new Div(code, name, email, password, create);
        form.setClassName("welcome-form");
        addToCard(new Paragraph(getTranslation("setup.intro")), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdmin.isWanted()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void create() {
        if (!isFilledInWell()) {
            return;
        }
        try {
            firstAdmin.create(code.getValue(), name.getValue(), email.getValue(), password.getValue());
            getUI().ifPresent(ui -> ui.navigate(LoginView.class, QueryParameters.of(LoginView.READY, "")));
        } catch (WrongCodeException e) {
            accepted(code, false, "setup.code.wrong");
        }
    }

    /** Every field says what is wrong with it, not only the first. */
    private boolean isFilledInWell() {
        boolean codeIsGood = accepted(code, !code.getValue().isBlank(), "setup.code.required");
        boolean nameIsGood = accepted(name, !name.getValue().isBlank(), "setup.name.required");
        boolean emailIsGood = accepted(email, isEmail(email.getValue()), "setup.email.wrong");
        Optional<String> fault = PasswordWords.of(password.getValue(), name.getValue(), email.getValue());
        return accepted(password, fault.isEmpty(), fault.orElse("")) && codeIsGood && nameIsGood && emailIsGood;
    }

    private boolean accepted(HasValidation field, boolean good, String otherwise) {
        field.setManualValidation(true);
        field.setErrorMessage(good ? "" : getTranslation(otherwise, String.valueOf(Passwords.MIN_LENGTH)));
        field.setInvalid(!good);
        return good;
    }

    private static boolean isEmail(String value) {
        return !new EmailValidator("").apply(value.strip(), new ValueContext()).isError();
    }
}

package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.ParleyTest;
import app.parley.oidc.IdentityProvider;
import app.parley.shell.DemoLogins.DemoLogin;
import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import app.parley.team.FirstAdmin;
import app.parley.team.Role;
import app.parley.team.Team;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ParleyTest
@ViewPackages(
        classes = LoginView.class,
        packages = {"app.parley.admin", "app.parley.sandbox"})
class ShellTest extends SpringBrowserlessTest {

    @Autowired
    Team team;

    @Autowired
    FirstAdmin firstAdmin;

    @Autowired
    CurrentAgent currentAgent;

    @Autowired
    IdentityProvider provider;

    @Test
    void anEmptyHouseLeadsToTheSetup() {
        navigate("login", SetupView.class);
        assertThat(find(TextField.class).withCaption("Setup code").exists()).isTrue();
    }

    @Test
    void theSetupSaysWhatIsWrongWithEveryField() {
        navigate("setup", SetupView.class);
        test(find(PasswordField.class).single()).setValue("password123");
        test(find(Button.class).withText("Create admin").single()).click();

        assertThat(find(TextField.class).all()).allMatch(TextField::isInvalid);
        assertThat(find(PasswordField.class).single().getErrorMessage()).isEqualTo("This one is too easy to guess.");
        assertThat(team.count()).isZero();
    }

    @Test
    void aGuessedSetupCodeIsRefused() {
        navigate("setup", SetupView.class);
        test(find(TextField.class).withCaption("Setup code").single()).setValue("AAAA-AAAA-AAAA");
        test(find(TextField.class).withCaption("Your name").single()).setValue("Eve");
        test(find(TextField.class).withCaption("Email").single()).setValue("eve@evil.example");
        test(find(PasswordField.class).single()).setValue("two croissants");
        test(find(Button.class).withText("Create admin").single()).click();

        assertThat(find(TextField.class).withCaption("Setup code").single().isInvalid())
                .isTrue();
        assertThat(team.count()).isZero();
    }

    @Test
    void thereIsNoSetupOnceSomebodyWorksHere() {
        agent(Role.AGENT);
        navigate("setup", LoginView.class);
    }

    @Test
    void onlyADemoOffersToBeOneOfItsPeople() {
        agent(Role.AGENT);
        navigate("login", LoginView.class);
        assertThat(find(NativeButton.class).all())
                .extracting(NativeButton::getText)
                .containsExactly("Log in");

        var demo = new LoginView(
                firstAdmin,
                currentAgent,
                new DemoLogins(List.of(new DemoLogin("carla@bonita.example", "demo-carla", "Carla Rey", "admin"))),
                provider);
        assertThat(find(NativeButton.class, demo).all())
                .extracting(NativeButton::getText)
                .containsExactly("Log in", "Log in as Carla Rey · admin");
    }

    @Test
    void aFailedLoginSaysTheSameWhateverWasWrong() {
        agent(Role.AGENT);
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat(find(Paragraph.class)
                        .withText("Email and password do not match. Check both and try again.")
                        .exists())
                .isTrue();
    }

    @Test
    void anAgentSeesNoAdminPages() {
        MenuPages pages = new MenuPages(true);
        assertThat(pages.of(agent(Role.AGENT), MenuPage.Group.ADMIN)).isEmpty();
        assertThat(pages.of(agent(Role.AGENT), MenuPage.Group.EVERYBODY)).contains(MenuPage.SANDBOX);
    }

    @Test
    void anAdminSeesThoseAdminPagesThatExist() {
        MenuPages pages = new MenuPages(true);
        assertThat(pages.of(agent(Role.ADMIN), MenuPage.Group.ADMIN))
                .contains(MenuPage.JOURNAL, MenuPage.BILLING, MenuPage.TEAM, MenuPage.AUDIT);
    }

    @Test
    void withTheSandboxOffNobodySeesIt() {
        assertThat(new MenuPages(false).of(agent(Role.ADMIN), MenuPage.Group.EVERYBODY))
                .doesNotContain(MenuPage.SANDBOX);
    }

    private Agent agent(Role role) {
        return team.create("Ben Soler", "ben" + team.count() + "@bonita.example", "two croissants", role);
    }
}

package app.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.numbers.NumberAccess;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import app.parley.team.Member;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import app.parley.team.TeamAdministration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteNotFoundError;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = TeamView.class)
class TeamViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    TeamAdministration administration;

    @Autowired
    NumberAccess access;

    NumberId bakery;
    AgentId carla;

    record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaIsAdmin() {
        bakery = given.number(Given.BAKERY);
        given.number(Given.CATERING);
        carla = given.admin("Carla");
        be(carla, "ROLE_ADMIN", "ROLE_AGENT");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminInvitesSomebodyForOneNumberAndGetsALinkToHandOver() {
        navigate(TeamView.class);
        test(button("Invite")).click();
        test(field("Name")).setValue("Ben Soler");
        test(find(EmailField.class).single()).setValue("ben@bonita.example");
        test(find(Checkbox.class)
                        .withPropertyValue(Checkbox::getLabel, "Every number, those that come later too")
                        .single())
                .click();
        numbers()
                .setValue(Set.copyOf(numbers()
                        .getListDataView()
                        .getItems()
                        .filter(this::isBakery)
                        .toList()));
        test(find(Button.class).withText("Invite").all().getLast()).click();

        assertThat(find(LinkDialog.class).single().getHeaderTitle()).isEqualTo("A link for Ben Soler");
        Member ben = member("ben@bonita.example");
        assertThat(ben.joined()).isFalse();
        assertThat(access.of(ben.id())).isEqualTo(new Access(false, Set.of(bakery)));
        assertThat(page()).contains("Ben Soler", "ben@bonita.example", "Invited", "Number " + Given.BAKERY);
    }

    @Test
    void theLastAdminCannotDisableThemselves() {
        navigate(TeamView.class);
        test(named("Disable Carla")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Notification.class).single().getElement().getText() + page())
                .contains("Active");
        assertThat(member(administration.all(carla).getFirst().email()).disabled())
                .isFalse();
    }

    @Test
    void nobodyIsDisabledByASlipOfTheHand() {
        administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        navigate(TeamView.class);
        test(named("Disable Ben")).click();
        assertThat(member("ben@bonita.example").disabled()).isFalse();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(member("ben@bonita.example").disabled()).isFalse();
    }

    @Test
    void whoIsDisabledCanBeEnabledAgain() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        navigate(TeamView.class);
        test(named("Disable Ben")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(page()).contains("Disabled");
        test(named("Enable Ben")).click();
        assertThat(member("ben@bonita.example"))
                .matches(member -> !member.disabled() && member.id().equals(ben));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAdminWhoMakesAnAgentOfThemselvesIsLedAway() {
        AgentId ana = given.admin("Ana");
        navigate(TeamView.class);
        test(named("Edit Carla")).click();
        ((RadioButtonGroup<Role>) find(RadioButtonGroup.class).single()).setValue(Role.AGENT);
        test(button("Save")).click();
        assertThat(administration.profile(ana, carla)).isEqualTo(new Profile("Carla", Role.AGENT, false));
    }

    @Test
    void billingIsOfferedForEveryNumberOnly() {
        navigate(TeamView.class);
        test(named("Edit Carla")).click();
        assertThat(box("May see billing")).matches(box -> box.isEnabled() && box.getValue());
        test(box("Every number, those that come later too")).click();
        assertThat(box("May see billing")).matches(box -> !box.isEnabled() && !box.getValue());
        assertThat(box("May see billing").getHelperText()).isEqualTo("Only for those who may use every number.");
    }

    @Test
    void ofTwoAdminsTheSecondIsToldToLookAgain() {
        AgentId ben = given.agent("Ben");
        navigate(TeamView.class);
        test(named("Edit Ben")).click();
        given.changes(carla, ben, "Benito", Role.AGENT);
        test(button("Save")).click();
        assertThat(find(Notification.class).single().getElement().getText() + page())
                .contains("Benito");
        assertThat(administration.profile(carla, ben).name()).isEqualTo("Benito");
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).withPropertyValue(Checkbox::getLabel, label).single();
    }

    @Test
    void anAgentFindsNoSuchPage() {
        be(given.agent("Ben"), "ROLE_AGENT");
        assertThat(navigate("team", RouteNotFoundError.class)).isNotNull();
    }

    private boolean isBakery(PhoneNumberEntry number) {
        return number.id().equals(bakery);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<PhoneNumberEntry> numbers() {
        return find(CheckboxGroup.class).single();
    }

    private Member member(String email) {
        return administration.all(carla).stream()
                .filter(member -> member.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private Button named(String name) {
        return find(Button.class)
                .withCondition(
                        button -> button.getAriaLabel().filter(name::equals).isPresent())
                .single();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    private String page() {
        return find(TeamView.class).single().getElement().getTextRecursively();
    }

    private static void be(AgentId agent, String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(new Me(agent), "", roles));
    }
}

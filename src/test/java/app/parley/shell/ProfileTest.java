package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.ParleyTest;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.ExternalIdentities;
import app.parley.team.ExternalIdentity;
import app.parley.team.IdentityRefusedException;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One's own account, of somebody who may have no password. */
@ParleyTest
@ViewPackages(classes = ProfileView.class)
class ProfileTest extends SpringBrowserlessTest {

    private static final String NONE =
            "You log in by the identity provider. If you have not chosen a password here yet,"
                    + " ask an admin for a link to choose one first.";

    @Autowired
    Team team;

    @Autowired
    TeamAdministration administration;

    @Autowired
    ExternalIdentities identities;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoCameInByTheirProviderIsToldHowToGetAPasswordFirst() throws IdentityRefusedException {
        AgentId carla = team.create("Carla", "carla@bonita.example", "two croissants", Role.ADMIN)
                .requireId();
        AgentId ana = administration.invite(carla, "ana@bonita.example", new Profile("Ana", Role.AGENT, false));
        Agent invited = team.byId(ana).orElseThrow();
        identities.comesIn(new ExternalIdentity("https://idp.example", "ana", "ana@bonita.example", true), invited);
        open(ana);
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .filteredOn(NONE::equals)
                .hasSize(2);
        setUp("a guess");
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("That is not the password you have here. If you have not chosen one yet,"
                        + " ask an admin for a link to choose one first.");
    }

    @Test
    void whoHasAPasswordIsToldThatItIsAnother() {
        open(team.create("Carla", "carla@bonita.example", "two croissants", Role.ADMIN)
                .requireId());
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).doesNotContain(NONE);
        setUp("a guess");
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("The password you have is another one.");
    }

    private void open(AgentId agent) {
        SignedInAgent me = new SignedInAgent(team.byId(agent).orElseThrow());
        var in = new TestingAuthenticationToken(me, "", "ROLE_AGENT");
        SecurityContextHolder.getContext().setAuthentication(in);
        navigate(ProfileView.class);
    }

    private void setUp(String password) {
        test(find(PasswordField.class).withCaption("Your password").single()).setValue(password);
        test(find(Button.class).withText("Set up").single()).click();
    }
}

package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.ParleyTest;
import app.parley.team.Role;
import app.parley.team.Team;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = ProfileView.class)
class OpenDialogsTest extends SpringBrowserlessTest {

    @Autowired
    Team team;

    private final Dialog dialog = new Dialog();
    private final ConfirmDialog question = new ConfirmDialog();

    @BeforeEach
    void somebodyHasDialogsOpen() {
        SignedInAgent me =
                new SignedInAgent(team.create("Carla", "carla@bonita.example", "two croissants", Role.ADMIN));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(me, "", "ROLE_AGENT"));
        navigate(ProfileView.class);
        OpenDialogs.closeOnNavigation(UI.getCurrent());
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void goingBackClosesThemOneOverTheOtherToo() {
        open();
        go(NavigationTrigger.HISTORY);
        assertThat(dialog.isOpened()).isFalse();
        assertThat(question.isOpened()).isFalse();
    }

    @Test
    void whereThePageItselfGoesTheyStay() {
        open();
        go(NavigationTrigger.UI_NAVIGATE);
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void whatIsShownOnlyOnceStaysUntilItsButtonIsPressed() {
        dialog.setCloseOnEsc(false);
        open();
        go(NavigationTrigger.HISTORY);
        assertThat(dialog.isOpened()).isTrue();
    }

    private void open() {
        dialog.open();
        roundTrip();
        question.open();
        roundTrip();
    }

    private static void go(NavigationTrigger trigger) {
        UI ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location("profile"), trigger);
    }
}

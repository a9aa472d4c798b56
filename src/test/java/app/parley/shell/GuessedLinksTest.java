package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who makes up links by which people come in for the first time. */
@ParleyTest
@ViewPackages(classes = JoinView.class)
class GuessedLinksTest extends SpringBrowserlessTest {

    private static final int GUESSES = 1_000;

    @Autowired
    Team team;

    @Autowired
    TeamAdministration staff;

    @Autowired
    MutableClock clock;

    @Test
    void ofAThousandAFewAreLookedAtAndARealOneOpensLater() {
        AgentId carla = team.create("Carla", "carla@bonita.example", "two croissants", Role.ADMIN)
                .requireId();
        AgentId ben = team.create("Ben", "ben@bonita.example", "two croissants", Role.AGENT)
                .requireId();
        String real = staff.newLink(carla, ben);
        assertThat(Base64.getUrlDecoder().decode(real)).hasSizeGreaterThanOrEqualTo(16);
        int lookedAt = 0;
        for (int guess = 0; guess < GUESSES; guess++) {
            lookedAt += opens("guess" + guess).startsWith("Too many tries") ? 0 : 1;
        }
        assertThat(lookedAt).isEqualTo(LoginThrottle.LINKS_FROM_AN_ADDRESS);
        assertThat(opens(real)).startsWith("Too many tries");
        clock.advance(Duration.ofMinutes(16));
        for (int again = 0; again < 100; again++) {
            assertThat(opens(real)).contains("ben@bonita.example"); // Whose link is good is not counted.
        }
        assertThat(find(PasswordField.class).single().isVisible()).isTrue();
        IO.println("Guesses of a link: " + GUESSES + ", " + lookedAt + " looked at");
    }

    private String opens(String link) {
        navigate("join/" + link, JoinView.class);
        return find(Paragraph.class).single().getText();
    }
}

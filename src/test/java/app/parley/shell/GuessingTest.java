package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.Enrolment;
import app.parley.team.Phone;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who guesses codes a thousand times, and says each time that they come from elsewhere. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GuessingTest {

    private static final int GUESSES = 1_000;
    private static final String PASSWORD = "two croissants";
    private static final String EMAIL = "guessed-twice@bonita.example";

    @Autowired
    Team team;

    @Autowired
    TwoFactor second;

    @Autowired
    MutableClock clock;

    @LocalServerPort
    int port;

    AgentId carla;
    Visitor guesser;

    @BeforeEach
    void carlaWorksHere() {
        carla = team.create("Carla Rey", EMAIL, PASSWORD, Role.ADMIN).requireId();
        guesser = new Visitor(port);
    }

    @AfterEach
    void leave() {
        guesser.close();
    }

    @Test
    void ofAThousandCodesAFewAreLookedAtThoughThePasswordIsRightAndTheAddressForged() {
        Enrolment enrolment = second.begin(carla);
        Phone phone = new Phone(enrolment.secret(), clock);
        second.confirm(carla, enrolment, phone.code());
        clock.advance(Duration.ofSeconds(30));
        String right = phone.code();
        int lookedAt = 0;
        int turnedAway = 0;
        for (int guess = 0; guess < GUESSES; guess++) {
            String wrong = "%06d".formatted((Integer.parseInt(right) + 1 + guess) % 1_000_000);
            String led = post(guess, Map.of("username", EMAIL, "password", wrong, "step", "code"));
            if (led.equals("/login")) {
                // No longer half the way in: the password first.
                led = post(guess, Map.of("username", EMAIL, "password", PASSWORD));
            }
            lookedAt += led.endsWith("?error") ? 1 : 0;
            turnedAway += led.equals("/login?wait") ? 1 : 0;
        }
        assertThat(guesser.isInside()).isFalse();
        assertThat(lookedAt).isBetween(1, LoginThrottle.TRIES_AT_AN_ACCOUNT);
        assertThat(turnedAway).isGreaterThan(GUESSES / 2);
        IO.println("Guesses of a second factor: " + GUESSES + ", " + lookedAt + " looked at");
    }

    private String post(int guess, Map<String, String> fields) {
        IntFunction<String> forged = i -> "198.51." + i / 250 + "." + i % 250;
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", guesser.token("/login"));
        return Visitor.leadsTo(guesser.post(
                "/login",
                form,
                "X-Forwarded-For",
                forged.apply(guess),
                "Forwarded",
                "for=" + forged.apply(guess),
                "X-Real-IP",
                forged.apply(guess)));
    }
}

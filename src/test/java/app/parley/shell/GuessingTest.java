package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.Enrolment;
import app.parley.team.Joining;
import app.parley.team.Phone;
import app.parley.team.Role;
import app.parley.team.Staff;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import java.time.Duration;
import java.util.Base64;
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

/** Somebody who guesses codes and links a thousand times, and says each time that they come from elsewhere. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GuessingTest {

    private static final int GUESSES = 1_000;
    private static final String PASSWORD = "two croissants";
    private static final String EMAIL = "guessed-twice@bonita.example";

    /** What is told of our page as it opens; the page itself is the same for everybody. */
    private static final String OPENED = "/?v-r=init&query=&location=join%2F";

    @Autowired
    Team team;

    @Autowired
    Staff staff;

    @Autowired
    Joining joining;

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
        int notEvenPasswords = 0;
        for (int guess = 0; guess < GUESSES; guess++) {
            String wrong = "%06d".formatted((Integer.parseInt(right) + 1 + guess) % 1_000_000);
            String led = post(guess, Map.of("username", EMAIL, "password", wrong, "step", "code"));
            if (led.startsWith("/login/code?error") || led.equals("/login?error")) {
                lookedAt++;
            } else if (led.equals("/login")) {
                // No longer half the way in: the password first.
                notEvenPasswords += post(guess, Map.of("username", EMAIL, "password", PASSWORD))
                                .equals("/login?wait")
                        ? 1
                        : 0;
            }
            assertThat(guesser.isInside()).isFalse();
        }
        assertThat(lookedAt).isBetween(1, LoginThrottle.TRIES_AT_AN_ACCOUNT);
        assertThat(notEvenPasswords).isGreaterThan(GUESSES / 2);
        IO.println("Guesses of a second factor: " + GUESSES + ", " + lookedAt + " looked at");
    }

    @Test
    void ofAThousandLinksAFewAreLookedAtAndARealOneStillOpensElsewhere() {
        AgentId ben =
                team.create("Ben", "ben@bonita.example", PASSWORD, Role.AGENT).requireId();
        String real = staff.newLink(carla, ben);
        assertThat(Base64.getUrlDecoder().decode(real)).hasSizeGreaterThanOrEqualTo(16);
        int lookedAt = 0;
        for (int guess = 0; guess < GUESSES; guess++) {
            String answer = opens("guess" + guess, "198.51." + guess / 250 + "." + guess % 250 + ", 203.0.113.9");
            lookedAt += answer.contains("Too many") ? 0 : 1;
        }
        assertThat(lookedAt).isEqualTo(LoginThrottle.LINKS_FROM_AN_ADDRESS);
        assertThat(opens(real, "203.0.113.9")).doesNotContain("ben@bonita.example");
        assertThat(opens(real, "203.0.113.10")).contains("ben@bonita.example");
        clock.advance(Duration.ofMinutes(16));
        assertThat(opens(real, "203.0.113.9")).contains("ben@bonita.example");
        IO.println("Guesses of a link: " + GUESSES + ", " + lookedAt + " looked at");
    }

    /** @param from as a proxy passes it on, which sets what it sees itself behind what it was told */
    private String opens(String link, String from) {
        try (Visitor visitor = new Visitor(port)) {
            return visitor.open(OPENED + link, "X-Forwarded-For", from).body();
        }
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

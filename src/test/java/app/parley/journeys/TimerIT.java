package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The time left to reply, as it runs on the screen. */
class TimerIT extends InboxTest {

    private static final Pattern A_FRESH_DAY = Pattern.compile("24:00:00|23:59:[45]\\d");
    private static final Duration DAY = Duration.ofHours(24);

    /** A clock that somebody may set: {@code window.clockIsAhead}, in milliseconds. */
    private static final String SETTABLE_CLOCK = """
            (() => {
              const Real = Date;
              window.clockIsAhead = 5 * 3600_000;
              window.Date = class extends Real {
                constructor(...given) {
                  if (given.length) super(...given);
                  else super(Real.now() + window.clockIsAhead);
                }
                static now() { return Real.now() + window.clockIsAhead; }
              };
            })();
            """;

    @Test
    void runsOutOnTheScreenAndBeginsAgainWhenTheCustomerWrites() {
        Customer lena = customer("Lena Hart");
        Desk carla = carla();
        lena.writes("Is it too late?", DAY.minusSeconds(14));
        carla.open(lena.name());
        assertThat(carla.timer()).hasText(Pattern.compile("00:00:\\d\\d\\s*to reply"));
        carla.types("Not yet");

        assertThat(carla.timer()).hasText("Time expired", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(carla.page().getByText("More than 24 hours have passed since Lena last wrote"))
                .isVisible();
        assertThat(carla.box()).isHidden();
        assertThat(carla.row(lena.name())).containsText("expired");
        pictures(carla.page(), "timer-expired");

        lena.writes("I write again");
        assertThat(carla.timer()).containsText(A_FRESH_DAY);
        assertThat(carla.box()).hasValue("Not yet");
        assertThat(carla.row(lena.name())).not().containsText("expired");
    }

    @Test
    void beginsAgainWithEveryMessageOfTheCustomers() {
        Customer lena = customer("Lena Koch").writes("This morning", Duration.ofHours(6));
        Desk carla = carla().open(lena.name());
        assertThat(carla.timer()).containsText("17:59:");
        lena.writes("And now");
        assertThat(carla.timer()).containsText(A_FRESH_DAY);
    }

    @Test
    void isRightWhenTheClockOfTheBrowserIsWrong() {
        Customer lena = customer("Lena Roth").writes("This morning", Duration.ofHours(6));
        Page page = browser();
        page.addInitScript(SETTABLE_CLOCK);
        Desk carla = new Desk(login(page, "carla")).open(lena.name());
        assertThat(carla.timer()).containsText("17:59:");
        assertThat(carla.row(lena.name())).containsText("17:59");

        page.evaluate("window.clockIsAhead = -7 * 3600_000");
        lena.writes("And now");
        assertThat(carla.timer()).containsText(A_FRESH_DAY);
    }
}

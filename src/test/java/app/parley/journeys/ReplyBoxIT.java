package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The box that a reply is written in. */
class ReplyBoxIT extends InboxTest {

    @Test
    void countsWhatItHolds() {
        Desk carla = carla().open(customer("Olga Moreau").writes("Hello").name());
        carla.box().fill("Yes, we open at eight. Shall I keep one for you");
        assertThat(carla.count(47)).isVisible();
    }

    @Test
    void keepsAndRefusesWhatIsTooLong() {
        Desk carla = carla().open(customer("Olga Brandt").writes("Hello").name());
        String tooLong = "x".repeat(4097);
        carla.box().fill(tooLong);
        assertThat(carla.count(4097)).isVisible();

        carla.box().press("Control+Enter");
        assertThat(carla.page()
                        .getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions()
                                .setHasText("WhatsApp takes at most 4096 characters: this text is 1 too long.")))
                .isVisible();
        assertThat(carla.box()).hasValue(tooLong);

        carla.box().press("Backspace");
        carla.box().press("Control+Enter");
        carla.button("Show more").click();
        assertThat(carla.page().getByRole(AriaRole.ARTICLE).last()).containsText("x".repeat(4096));
    }

    @Test
    void sendsNothingBlank() {
        Desk carla = carla().open(customer("Olga Petit").writes("Hello").name());
        carla.box().fill(" \n ");
        carla.box().press("Control+Enter");
        carla.button("Send").dispatchEvent("click");
        assertThat(carla.box()).hasValue(" \n ");
        carla.box().fill("");
        carla.replies("Now something");
        assertThat(carla.messages().getByRole(AriaRole.ARTICLE)).hasCount(2);
    }

    @Test
    void beginsANewLineWithEnter() {
        Desk carla = carla().open(customer("Olga Weiss").writes("Hello").name());
        carla.types("One");
        carla.box().press("Enter");
        carla.types("Two");
        assertThat(carla.box()).hasValue("One\nTwo");
        carla.button("Send").click();
        assertThat(carla.message("One\nTwo")).isVisible();
        assertThat(carla.box()).hasValue("");
    }

    @Test
    void sendsOnceHoweverOftenItIsTold() {
        Desk carla = carla().open(customer("Olga Novak").writes("Hello").name());
        carla.types("Only once");
        for (int i = 0; i < 6; i++) {
            carla.page().keyboard().press("Control+Enter");
        }
        carla.button("Send").dispatchEvent("click");
        assertThat(carla.ticks("Only once", "Delivered")).isVisible();
        assertThat(carla.message("Only once")).hasCount(1);
    }

    @Test
    void keepsADraftForEachConversation() {
        Customer olga = customer("Olga Duarte").writes("Hello");
        Customer ivan = customer("Ivan Duarte").writes("Hello too");
        Desk carla = carla().open(olga.name()).types("For Olga");
        carla.open(ivan.name());
        assertThat(carla.box()).hasValue("");
        carla.types("For Ivan");
        String ivans = carla.page().url();

        carla.open(olga.name());
        assertThat(carla.box()).hasValue("For Olga");
        assertThat(carla.page()).not().hasURL(ivans);
        carla.page().reload();
        assertThat(carla.box()).hasValue("For Olga");
        carla.open(ivan.name());
        assertThat(carla.box()).hasValue("For Ivan");

        Desk ben = ben().open(olga.name());
        assertThat(ben.box()).hasValue("");
    }

    @Test
    void keepsWhatWasTypedJustBeforeAReload() {
        Desk carla = carla().open(customer("Olga Sand").writes("Hello").name());
        carla.types("Just typed");
        carla.page().reload();
        assertThat(carla.box()).hasValue("Just typed");
    }

    @Test
    void showsMarkupAsText() {
        String hers = "<b>Hello</b> <img src=x onerror=alert(1)>";
        String ours = "<script>alert(2)</script> <i>Hi</i>";
        Customer olga = customer("Olga Stein").writes(hers);
        Desk carla = carla();
        carla.page().onDialog(dialog -> {
            throw new AssertionError("Ran what was written: " + dialog.message());
        });
        assertThat(carla.row(olga.name())).containsText(hers);
        carla.open(olga.name());
        assertThat(carla.message(hers)).isVisible();
        carla.replies(ours);
        assertThat(carla.row(olga.name())).containsText(ours);
    }
}

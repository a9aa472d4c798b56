package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The inbox on a phone: one thing at a time, all within reach of a thumb. */
class PhoneIT extends InboxTest {

    @Test
    void showsTheListOrTheConversation() {
        Customer pia = customer("Pia Moser").writes("Hello");
        Desk carla = new Desk(login(phone(), "carla"));
        assertThat(carla.list()).isVisible();
        assertThat(carla.messages()).isHidden();

        carla.open(pia.name());
        assertThat(carla.message("Hello")).isInViewport();
        assertThat(carla.list()).isHidden();
        assertThat(carla.timer()).containsText("23:59:");
        fits(carla.page());

        carla.button("Back").click();
        assertThat(carla.row(pia.name())).isInViewport();
        assertThat(carla.messages()).isHidden();
        fits(carla.page());
    }

    @Test
    void marksAConversationAsUnreadBehindThreeDots() {
        Customer pia = customer("Pia Winkler").writes("Hello");
        Desk carla = new Desk(login(phone(), "carla")).open(pia.name());
        Desk ben = ben();
        Desk.isRead(ben.row(pia.name()));

        carla.button("More").click();
        carla.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Mark as unread"))
                .click();
        assertThat(carla.messages()).isHidden();
        Desk.isUnread(carla.row(pia.name()));
        Desk.isUnread(ben.row(pia.name()));
    }

    @Test
    void choosesANumber() {
        Customer pia = customer("Pia Zander").writes("Hello");
        Desk carla = new Desk(login(phone(), "carla"));
        assertThat(carla.row(pia.name())).isVisible();

        button(carla.page(), "^Number: All numbers").click();
        carla.page()
                .getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Bonita Catering"))
                .click();
        assertThat(button(carla.page(), "^Number: Bonita Catering")).isVisible();
        assertThat(carla.row(pia.name())).hasCount(0);
        assertThat(carla.rows()).not().hasCount(0);
        carla.page().reload();
        assertThat(button(carla.page(), "^Number: Bonita Catering")).isVisible();
        assertThat(carla.row(pia.name())).hasCount(0);
    }

    @Test
    void playsACustomerInTheSandbox() {
        Desk carla = new Desk(login(phone(), "carla"));
        link(carla.page(), "Sandbox").click();
        Locator marta =
                carla.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Phone of Marta Gil"));
        marta.getByRole(AriaRole.TEXTBOX).fill("On my way");
        fits(carla.page());
        marta.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send as Marta Gil"))
                .click();
        assertThat(marta.getByText("On my way")).isInViewport();
        pictures(carla.page(), "phone-sandbox");

        link(carla.page(), "Inbox").click();
        assertThat(carla.rows().first()).hasAccessibleName(Pattern.compile("^Marta Gil, \\d+ unread, On my way"));
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }
}

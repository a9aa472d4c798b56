package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Two agents and a customer, from her message to the coloured ticks. Each tick stands long enough to be looked at. */
@TestPropertySource(properties = "parley.sandbox.status-delay-ms=1500")
@DirtiesContext
class JourneyIT extends InboxTest {

    private static final String AMARA = "Amara Diallo";
    private static final String QUESTION = "Do you have the almond tart tomorrow?";
    private static final String ANSWER = "We do, I keep one for you.";

    @Test
    void aCustomerIsAnsweredFromTheSharedInbox() {
        Desk carla = new Desk(login(desk(), "carla"));
        Desk ben = new Desk(login(desk(), "ben"));
        Page phone = login(desk(), "ben");
        int waiting = waiting(carla);
        assertThat(carla.rows().first()).not().hasAccessibleName(Pattern.compile("^" + AMARA));
        pictures(carla.page(), "journey-1-inbox");

        Locator hers = takePhone(phone);
        hers.getByRole(AriaRole.TEXTBOX).fill(QUESTION);
        hers.scrollIntoViewIfNeeded();
        pictures(phone, "journey-2-phone");
        hers.getByRole(AriaRole.BUTTON, named("Send as " + AMARA)).click();
        assertThat(hers.getByText(QUESTION)).isVisible();

        for (Desk desk : new Desk[] {carla, ben}) {
            assertThat(desk.rows().first())
                    .hasAccessibleName(Pattern.compile("^" + AMARA + ", 1 unread, " + QUESTION.replace("?", "\\?")));
            showsCount(desk, waiting + 1);
        }
        pictures(carla.page(), "journey-3-arrived");
        putPhoneDown(phone);

        carla.open(AMARA);
        assertThat(carla.message(QUESTION)).isInViewport();
        for (Desk desk : new Desk[] {carla, ben}) {
            Desk.isRead(desk.row(AMARA));
            showsCount(desk, waiting);
        }
        ben.open(AMARA);
        pictures(carla.page(), "journey-4-opened");

        carla.types(ANSWER);
        pictures(carla.page(), "journey-5-reply");
        carla.box().press("Control+Enter");
        for (Desk desk : new Desk[] {carla, ben}) {
            assertThat(desk.message(ANSWER)).containsText("Carla");
        }
        assertThat(carla.box()).hasValue("");
        for (String state : new String[] {"Sent", "Delivered"}) {
            assertThat(carla.ticks(ANSWER, state)).isVisible();
            assertThat(ben.ticks(ANSWER, state)).isVisible();
        }
        String grey = color(carla.ticks(ANSWER, "Delivered"));

        Locator again = takePhone(phone);
        assertThat(again.getByText(ANSWER)).isVisible();
        assertThat(carla.ticks(ANSWER, "Read")).isVisible();
        assertThat(ben.ticks(ANSWER, "Read")).isVisible();
        assertThat(carla.ticks(ANSWER, "Read")).not().hasCSS("color", grey);
        pictures(carla.page(), "journey-6-read");
        again.scrollIntoViewIfNeeded();
        pictures(phone, "journey-7-phone-answered");
    }

    @Test
    void onAPhoneToo() {
        Page page = open(phoneSize());
        Desk carla = new Desk(login(page, "carla"));
        Customer nora = customer("Nora Vidal").writes("Is the rye bread ready?");
        Desk.isUnread(carla.row(nora.name()));
        pictures(page, "journey-phone-1-list");

        carla.open(nora.name());
        assertThat(carla.message("Is the rye bread ready?")).isInViewport();
        carla.replies("At eleven.");
        assertThat(carla.ticks("At eleven.", "Delivered")).isVisible();
        nora.reads();
        assertThat(carla.ticks("At eleven.", "Read")).isVisible();
        pictures(page, "journey-phone-2-chat");

        carla.button("Back").click();
        assertThat(carla.row(nora.name())).isVisible();
        Desk.isRead(carla.row(nora.name()));
    }

    private Page desk() {
        return open(new Browser.NewContextOptions().setViewportSize(1440, 860));
    }

    /** The customer looks at her phone, on the sandbox's page. */
    private static Locator takePhone(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sandbox"))
                .click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Customers' phones"))
                .fill("Amara");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(AMARA)))
                .click();
        page.keyboard().press("Escape");
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Phone of " + AMARA));
    }

    private static void putPhoneDown(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inbox"))
                .click();
        assertThat(new Desk(page).list()).isVisible();
    }

    /** How many messages wait, by the page's title. */
    private static int waiting(Desk desk) {
        assertThat(desk.page()).hasTitle(Pattern.compile("\\(\\d+\\) Parley"));
        Matcher title = Pattern.compile("\\((\\d+)\\)").matcher(desk.page().title());
        return title.find() ? Integer.parseInt(title.group(1)) : 0;
    }

    private static void showsCount(Desk desk, int count) {
        assertThat(desk.page()).hasTitle("(" + count + ") Parley");
        assertThat(desk.tab("Unread")).hasText("Unread" + count);
        assertThat(desk.button("Number: All numbers, " + count + " unread")).isVisible();
        assertThat(desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inbox")))
                .containsText(String.valueOf(count));
    }

    private static String color(Locator ticks) {
        return (String) ticks.evaluate("ticks => getComputedStyle(ticks).color");
    }

    private static Browser.NewContextOptions phoneSize() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 800)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}

package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Attention;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A message is seen once it has really been looked at. */
class SeenIT extends InboxTest {

    private static final Pattern UNREAD = Pattern.compile(", (\\d+) unread, ");
    private static final int MANY = 40;

    @Test
    void whatDidNotFitStaysUnread() {
        Customer mia = customer("Mia Torres").writesLines(MANY);
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        assertThat(carla.messages().getByText("New", exactly())).isInViewport();
        assertThat(carla.message("Line 1")).isInViewport();
        assertThat(carla.message("Line " + MANY)).not().isInViewport();

        int left = unreadOnceTheFirstAreSeen(ben, mia, MANY);
        assertThat(left).isBetween(10, MANY - 10);
        assertThat(carla.button("↓ " + left + " more unread")).isVisible();
        Desk.isUnread(carla.row(mia.name()));
        pictures(carla.page(), "seen-what-fits");
    }

    @Test
    void scrollingReadsOn() {
        Customer mia = customer("Mia Lopez").writesLines(MANY);
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        carla.messages().hover();
        for (int before = unreadOnceTheFirstAreSeen(ben, mia, MANY); before > 0; ) {
            carla.page().mouse().wheel(0, 450);
            int now = unreadOnceItRests(ben, mia);
            assertThat(now).isLessThan(before);
            before = now;
        }
        Desk.isRead(carla.row(mia.name()));
        assertThat(carla.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("more unread")))
                .hasCount(0);
        assertThat(carla.messages().getByText("New", exactly())).hasCount(1);
    }

    @Test
    void whatWasFlownPastIsNotSeen() {
        // More than are loaded at once.
        int many = 70;
        Customer mia = customer("Mia Costa").writesLines(many);
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        int below = unreadOnceTheFirstAreSeen(ben, mia, many);

        carla.messages().press("End");
        assertThat(carla.message("Line " + many)).isInViewport();
        int between = unreadOnceItRests(ben, mia);
        assertThat(between).isBetween(1, below - 1);

        carla.button("↑ " + between + " more unread").click();
        int after = unreadOnceItRests(ben, mia);
        assertThat(after).isLessThan(between);
    }

    @Test
    void thePillLeadsToTheNextUnread() {
        Customer mia = customer("Mia Duval").writesLines(MANY);
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        int below = unreadOnceTheFirstAreSeen(ben, mia, MANY);
        Locator next = carla.message("Line " + (MANY - below + 1));
        assertThat(next).not().isInViewport(wholly());

        carla.button("↓ " + below + " more unread").click();
        assertThat(next).isInViewport(wholly());
        assertThat(unreadOnceItRests(ben, mia)).isLessThan(below);
    }

    @Test
    void nobodySeesAMessageInAWindowWithoutTheFocus() {
        isSeenOnlyAfter("Mia Elsner", Attention::elsewhere);
    }

    @Test
    void nobodySeesAMessageBehindAnotherTab() {
        isSeenOnlyAfter("Mia Hidalgo", Attention::hidden);
    }

    @Test
    void whatIsMarkedAsUnreadIsUnreadForAll() {
        Customer mia = customer("Mia Ferrer").writes("First");
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        Desk.isRead(ben.row(mia.name()));

        carla.row(mia.name()).getByRole(AriaRole.CHECKBOX).click();
        carla.button("Mark unread").click();
        assertThat(carla.heading("No conversation open")).isVisible();
        Desk.isUnread(carla.row(mia.name()));
        Desk.isUnread(ben.row(mia.name()));
    }

    @Test
    void aMessageThatComesIntoViewIsSeenForAll() {
        Customer mia = customer("Mia Berg").writes("First");
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        Desk.isRead(ben.row(mia.name()));
        mia.writes("Second");
        assertThat(ben.row(mia.name())).hasAccessibleName(Pattern.compile("^" + mia.name() + ", Second"));
        assertThat(carla.message("Second")).isInViewport();
    }

    /** The conversation stands open, but the agent is away when a message comes, and returns. */
    private void isSeenOnlyAfter(String customer, Consumer<Page> absence) {
        Customer mia = customer(customer).writes("First");
        Desk ben = ben();
        Desk carla = carla().open(mia.name());
        Desk.isRead(ben.row(mia.name()));

        absence.accept(carla.page());
        mia.writes("Second");
        assertThat(carla.message("Second")).isInViewport();
        stays(() -> Desk.isUnread(ben.row(mia.name())));

        Attention.present(carla.page());
        Desk.isRead(ben.row(mia.name()));
    }

    /** How many are left once those in view have been seen. */
    private static int unreadOnceTheFirstAreSeen(Desk desk, Customer customer, int all) {
        assertThat(desk.row(customer.name())).not().hasAccessibleName(Pattern.compile(" " + all + " unread"));
        return unreadOnceItRests(desk, customer);
    }

    /** How many are unread once that has not changed for longer than it takes to see. */
    private static int unreadOnceItRests(Desk desk, Customer customer) {
        int[] last = {-1};
        await().pollInSameThread()
                .during(Duration.ofMillis(900))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    int now = unread(desk.row(customer.name()));
                    boolean same = now == last[0];
                    last[0] = now;
                    return same;
                });
        return last[0];
    }

    private static int unread(Locator row) {
        Matcher name = UNREAD.matcher(row.getAttribute("aria-label"));
        return name.find() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** Longer than the half second after which a message in view is seen. */
    private static void stays(Runnable holds) {
        await().pollInSameThread()
                .during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    holds.run();
                    return true;
                });
    }

    private static LocatorAssertions.IsInViewportOptions wholly() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(1);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}

package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Conversations are put away, taken back, and come back when the customer writes. */
class ArchiveIT extends InboxTest {

    private static final Pattern A_FRESH_DAY = Pattern.compile("24:00:00|23:59:[45]\\d");

    @Test
    void oneFromTheChat() {
        // At a time of day that nobody else has written at, so that they stand one below the other.
        Customer below = customer("Ada Park").writes("First", Duration.ofMinutes(182));
        Customer bea = customer("Bea Park").writes("Second", Duration.ofMinutes(181));
        Desk ben = ben();
        Desk carla = carla().open(bea.name());

        carla.button("Archive").click();
        assertThat(carla.row(bea.name())).hasCount(0);
        assertThat(ben.row(bea.name())).hasCount(0);
        assertThat(carla.heading(below.name())).isVisible();
        assertThat(carla.row(below.name())).hasAttribute("aria-current", "true");
        assertThat(carla.page().getByText("1 conversation archived")).isVisible();
        pictures(carla.page(), "archive-undo");

        carla.button("Undo").click();
        assertThat(carla.button("Undo")).hasCount(0);
        assertThat(carla.row(bea.name())).isVisible();
        assertThat(ben.row(bea.name())).isVisible();
        assertThat(carla.open(bea.name()).box()).isEditable();
    }

    @Test
    void severalByTheirRows() {
        Customer ada = customer("Ada Quist").writes("First");
        Customer bea = customer("Bea Quist").writes("Second");
        Desk ben = ben();
        Desk carla = carla();
        select(carla, ada);
        select(carla, bea);
        assertThat(carla.says("2 selected")).isVisible();
        pictures(carla.page(), "archive-selected");
        carla.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Selected conversations"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Archive"))
                .click();

        for (Customer customer : new Customer[] {ada, bea}) {
            assertThat(carla.row(customer.name())).hasCount(0);
            assertThat(ben.row(customer.name())).hasCount(0);
        }
        assertThat(carla.page().getByText("2 conversations archived")).isVisible();
        assertThat(carla.says("2 selected")).hasCount(0);

        carla.button("Undo").click();
        for (Customer customer : new Customer[] {ada, bea}) {
            Desk.isUnread(carla.row(customer.name()));
            Desk.isUnread(ben.row(customer.name()));
        }
    }

    @Test
    void isLockedUntilTheCustomerWritesAgain() {
        Customer ada = customer("Ada Rossi").writes("First");
        Desk ben = ben();
        Desk carla = carla().open(ada.name()).types("A thought");
        assertThat(carla.count(9)).isVisible();
        carla.button("Archive").click();
        assertThat(carla.row(ada.name())).hasCount(0);

        carla.tab("Archived").click();
        carla.open(ada.name());
        assertThat(carla.page().getByText("You can reply once Ada writes again."))
                .isVisible();
        assertThat(carla.box()).isHidden();
        assertThat(carla.timer()).isHidden();
        pictures(carla.page(), "archive-locked");

        ada.writes("Here I am again");
        assertThat(carla.timer()).containsText(A_FRESH_DAY);
        assertThat(carla.box()).hasValue("A thought");
        assertThat(ben.rows().first()).hasAccessibleName(Pattern.compile("^" + ada.name()));
        carla.button("Undo").click();
        assertThat(carla.page().getByText("Too late to undo")).isVisible();
        assertThat(ben.row(ada.name())).isVisible();
        carla.box().press("Control+Enter");
        assertThat(carla.message("A thought")).isVisible();
    }

    @Test
    void onAPhoneBehindThreeDots() {
        Customer ada = customer("Ada Saar").writes("First");
        Desk carla = new Desk(login(phone(), "carla")).open(ada.name());
        assertThat(carla.button("Archive")).isHidden();

        carla.button("More").click();
        carla.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Archive"))
                .click();
        assertThat(carla.page().getByText("1 conversation archived")).isVisible();
        assertThat(carla.heading(ada.name())).isHidden();
        carla.button("Undo").click();
        carla.button("Back").click();
        assertThat(carla.row(ada.name())).isVisible();
    }

    private static void select(Desk desk, Customer customer) {
        desk.row(customer.name()).getByRole(AriaRole.CHECKBOX).click();
    }
}

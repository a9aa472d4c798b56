package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever double clicks a button means it once, whatever has come beneath the pointer by then. */
class DoubleClickIT extends InboxTest {

    @Test
    void archivesOneConversationAndNotTheNextAsWell() {
        Customer below = customer("Ada Roe").writes("First", Duration.ofMinutes(192));
        Customer bea = customer("Bea Roe").writes("Second", Duration.ofMinutes(191));
        Desk carla = carla().open(bea.name());
        twice(carla.button("Archive"));
        assertThat(carla.heading(below.name())).isVisible();
        assertThat(carla.page().getByText("1 conversation archived")).isVisible();
        assertThat(carla.row(bea.name())).hasCount(0);
        assertThat(carla.row(below.name())).isVisible();
    }

    @Test
    void opensADialogOnce() {
        Desk carla = carla();
        twice(carla.button("New conversation"));
        closesTheOnlyDialog(carla);
    }

    @Test
    void opensAConversationWithOneStepBackToTheList() {
        Customer ida = customer("Ida Roe").writes("Third", Duration.ofMinutes(192));
        Desk carla = carla();
        String list = carla.page().url();
        carla.row(ida.name()).dblclick();
        assertThat(carla.heading(ida.name())).isVisible();
        carla.button("New conversation").click();
        closesTheOnlyDialog(carla); // Both clicks have been answered by now.
        carla.page().goBack();
        assertThat(carla.page()).hasURL(list);
        assertThat(carla.heading(ida.name())).hasCount(0);
    }

    private static void closesTheOnlyDialog(Desk desk) {
        Locator dialogs =
                desk.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("New conversation"));
        assertThat(dialogs).hasCount(1);
        dialogs.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(dialogs).hasCount(0);
    }

    /** As slowly as the answer to the first click needs to come. */
    private static void twice(Locator button) {
        button.click(new Locator.ClickOptions().setClickCount(2).setDelay(150));
    }
}

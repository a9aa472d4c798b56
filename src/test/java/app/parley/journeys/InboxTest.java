package app.parley.journeys;

import app.parley.BrowserTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** Browser tests of the inbox: agents at their desks, and customers of the test's own. */
abstract class InboxTest extends BrowserTest {

    Customer customer(String name) {
        return new Customer(address(), name);
    }

    Desk carla() {
        return new Desk(login(browser(), "carla"));
    }

    Desk ben() {
        return new Desk(login(browser(), "ben"));
    }

    /** In both colour schemes. */
    void pictures(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            screenshot(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }
}

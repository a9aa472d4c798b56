package app.parley.admin.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.BrowserTest;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The billing page as an admin sees it, on a desk, on a phone and on paper. */
class BillingIT extends BrowserTest {

    @Test
    void anAdminChoosesWhatToSeeAndTheAddressKeepsIt() {
        Page page = carla();
        page.navigate(address() + "/billing");
        assertThat(page.locator(".tile")).hasCount(4);
        assertThat(table(page).locator("tfoot")).containsText("Total");
        screenshot(page, "billing");

        choose(page, "Grouping: By number", "By agent");
        assertThat(page).hasURL(Pattern.compile(".*by=agent.*"));
        assertThat(table(page)).containsText("Ben Soler");
        String ofAll = table(page).locator("tfoot").innerText();
        choose(page, "Number: All numbers", "Bonita Catering · +1 555 010 4478");
        assertThat(page).hasURL(Pattern.compile(".*number=106540352242923.*"));
        assertThat(table(page).locator("tfoot"))
                .not()
                .hasText(ofAll, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        String total = table(page).locator("tfoot").innerText();
        page.reload();
        assertThat(table(page).locator("tfoot")).containsText("Total");
        assertThat(table(page).locator("tfoot").innerText()).isEqualTo(total);

        choose(page, Pattern.compile("Period: .*"), "Other days…");
        assertThat(page).hasURL(Pattern.compile(".*from=.*to=.*"));
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("From")))
                .isVisible();
        page.navigate(address() + "/billing?from=2026-11-22&to=2026-11-01");
        assertThat(page.getByText("This period ends before it begins.")).isVisible();
    }

    @Test
    void theChartIsDrawnAndItsFiguresCanBeHeard() {
        Page page = carla();
        page.navigate(address() + "/billing");
        assertThat(page.locator("parley-fee-chart canvas")).isVisible();
        Locator spoken = page.locator("parley-fee-chart table");
        assertThat(spoken.locator("th[scope=col]")).hasText(new String[] {"Day", "Inbound", "Outbound"});
        assertThat(spoken.locator("tbody tr").first()).containsText("$");
    }

    @Test
    void aLineOpensTheVeryMessagesAndTheyLeadToTheConversation() {
        Page page = carla();
        page.navigate(address() + "/billing");
        table(page).getByRole(AriaRole.BUTTON).first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".paged-table tbody tr").first()).containsText("$0.005");
        screenshot(page, "billing-messages");
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Sessions"))
                .click();
        assertThat(dialog.locator(".paged-table:visible tbody tr").first()).containsText("Time ran out");
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Messages"))
                .click();
        dialog.locator(".paged-table:visible tbody a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/\\?conversation=\\d+.*"));
    }

    @Test
    void goingBackClosesWhatStoodOverThePage() {
        Page page = carla();
        page.navigate(address() + "/billing");
        choose(page, "Grouping: By number", "By agent");
        assertThat(page).hasURL(Pattern.compile(".*by=agent.*"));
        assertThat(table(page).getByRole(AriaRole.COLUMNHEADER).first()).hasText("Agent");
        table(page).getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(1);
        page.goBack();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(table(page)).containsText("Panadería Bonita");
    }

    @Test
    void theFilesSayWhatThePageSays() throws IOException {
        Page page = carla();
        page.navigate(address() + "/billing?by=day");
        assertThat(table(page)).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export CSV"))
                .click();
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Every charge and credit"))
                        .click());
        assertThat(file.suggestedFilename()).matches("parley-\\d{4}-\\d\\d-entries\\.csv");
        assertThat(Files.readString(file.path()))
                .startsWith("\uFEFFTime,Entry,Direction,Number,Phone number,")
                .contains("'+1 555 010 4477", "charge,inbound");

        APIResponse byDay = page.request().get(address() + "/billing/table.csv?by=day");
        assertThat(byDay.headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("content-type", "text/csv;charset=UTF-8");
        assertThat(byDay.text()).startsWith("\uFEFFDay,Sessions,Inbound,");
        assertThat(page.request()
                        .get(address() + "/billing/table.csv?from=2026-11-22&to=2026-11-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAgentFindsNeitherThePageNorTheFiles() {
        Page page = login(browser(), "ben");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Billing")))
                .hasCount(0);
        assertThat(page.request().get(address() + "/billing/table.csv").status())
                .isEqualTo(404);
        assertThat(page.request().get(address() + "/billing/entries.csv").status())
                .isEqualTo(404);
        page.navigate(address() + "/billing");
        assertThat(page.locator(".tile")).hasCount(0);
    }

    @Test
    void theLedgerAgreesWithTheMessages() {
        Page page = carla();
        page.navigate(address() + "/billing");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the ledger"))
                .click();
        assertThat(page.locator(".ledger-check")).containsText("The ledger agrees with the messages");
    }

    @Test
    void itFitsAPhoneInTheDarkAndPaperInTheLight() {
        Page page = phone();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        login(page, "carla");
        page.navigate(address() + "/billing");
        assertThat(table(page)).isVisible();
        screenshot(page, "billing-phone");
        int overflow = (Integer)
                page.evaluate("(e => Math.max(0, e.scrollWidth - e.clientWidth))(document.querySelector('.page'))");
        assertThat(overflow).isZero();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-only")).isVisible();
        assertThat(page.locator(".bar-row")).isHidden();
        assertThat(page.locator(".nav")).isHidden();
        assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.tile-value')).color"))
                .isEqualTo("rgb(20, 32, 29)");
    }

    @Test
    void onUprightPaperTheTableStaysATableAndTheChartIsWhole() {
        Page page = carla();
        page.navigate(address() + "/billing?number=106540352242922");
        assertThat(page.locator("parley-fee-chart canvas")).isVisible();
        page.setViewportSize(703, 1032); // A4 without its margins.
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator(".print-only")).containsText("Panadería Bonita · +1 555 010 4477");
        assertThat(table(page).locator("thead")).isVisible();
        assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.billing-table td')).display"))
                .isEqualTo("table-cell");
        assertThat((Boolean) page.evaluate("document.querySelector('.plot').getBoundingClientRect().right"
                        + " > document.querySelector('.plot canvas').getBoundingClientRect().right"))
                .isTrue();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    }

    private Page carla() {
        return login(browser(), "carla");
    }

    private static Locator table(Page page) {
        return page.locator(".billing-table");
    }

    private static void choose(Page page, Object button, String item) {
        Page.GetByRoleOptions options = new Page.GetByRoleOptions();
        page.getByRole(
                        AriaRole.BUTTON,
                        button instanceof Pattern pattern ? options.setName(pattern) : options.setName((String) button))
                .click();
        page.getByRole(
                        AriaRole.MENUITEMRADIO,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }
}

package app.parley.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.BrowserTest;
import app.parley.SignedWebhook;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal and the health page as an admin sees them, on a desk and on a phone. */
class StudyIT extends BrowserTest {

    private static final String ACCOUNT = "102290129340398";

    @BeforeEach
    void somethingCame() throws Exception {
        post(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                        + "\",\"time\":1764000000,\"changes\":[{\"field\":\"message_template_status_update\",\"value\":{"
                        + "\"event\":\"REJECTED\",\"message_template_id\":1689556908129835,\"message_template_name\":\"abandoned_cart\","
                        + "\"message_template_language\":\"en\",\"reason\":\"INVALID_FORMAT\",\"message_template_category\":\"MARKETING\"}}]}]}");
        post("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                + "\",\"time\":1764000100,\"changes\":[{\"field\":\"phone_number_quality_update\",\"value\":{"
                + "\"display_phone_number\":\"15550104477\",\"event\":\"FLAGGED\",\"current_limit\":\"TIER_1K\"}}]}]}");
        post(
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"note\":\"<img src=x onerror=\\\"document.title='bad'\\\">\"}]}");
        post(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                        + "\",\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"999\"},\"messages\":[]}}]}]}");
        post("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                + "\",\"changes\":[{\"field\":\"standby\",\"value\":{}}]}]}");
    }

    @Test
    void anAdminOpensWhatIsSetAsideAndCopiesIt() {
        Page page = login(browser(), "carla");
        page.navigate(address() + "/journal?state=quarantined");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Quarantined")))
                .hasAttribute("aria-selected", "true");
        assertThat(page.locator(".page-table")).containsText("The object is not \"whatsapp_business_account\".");
        screenshot(page, "journal");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what was received"))
                .first()
                .click();
        Locator body = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What WhatsApp sent"));
        assertThat(body).containsText("<img src=x");
        assertThat(body.locator("img")).hasCount(0);
        screenshot(page, "journal-body");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Close").setExact(true))
                .click();

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Unassigned"))
                .click();
        assertThat(page.locator(".page-table")).containsText("The number with the id 999 is not one of ours.");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Processed"))
                .click();
        assertThat(page.locator(".page-table")).containsText("Processed");
        assertThat(page).hasURL(Pattern.compile(".*state=processed.*"));
    }

    @Test
    void theHealthPageSaysHowThingsAreAndKeepsItselfUpToDate() throws Exception {
        Page page = login(browser(), "carla");
        page.navigate(address() + "/health");
        assertThat(page.locator(".health-blocks")).containsText("Template: rejected");
        assertThat(page.locator(".health-blocks")).containsText("Answered by somebody else's application");
        screenshot(page, "health");

        post(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                        + "\",\"time\":1764000200,\"changes\":[{\"field\":\"security\",\"value\":{\"event\":\"PIN_RESET_REQUEST\"}}]}]}");
        assertThat(page.locator(".health-blocks"))
                .containsText(
                        "Security: somebody asked to reset the PIN",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open what is quarantined"))
                .click();
        assertThat(page.locator(".page-table")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*state=quarantined.*"));
    }

    @Test
    void bothFitAPhoneInTheDark() {
        Page page = phone();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        login(page, "carla");
        page.navigate(address() + "/journal?state=quarantined");
        assertThat(page.locator(".page-table")).isVisible();
        screenshot(page, "journal-phone");
        assertThat(overflow(page)).isZero();
        page.navigate(address() + "/health");
        assertThat(page.locator(".health-blocks")).containsText("Template: rejected");
        screenshot(page, "health-phone");
        assertThat(overflow(page)).isZero();
    }

    /** By how many pixels the page is wider than what is seen of it. */
    private static int overflow(Page page) {
        return (Integer)
                page.evaluate("(e => Math.max(0, e.scrollWidth - e.clientWidth))(document.querySelector('.page'))");
    }

    private void post(String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            SignedWebhook.sign(body, "sandbox-app-secret").to(address()),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
        }
    }
}

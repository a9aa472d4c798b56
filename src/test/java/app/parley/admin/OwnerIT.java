package app.parley.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.BrowserTest;
import app.parley.SignedWebhook;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who runs the installation: is told what is alarming, makes a backup, hands out a customer's data and erases it. */
class OwnerIT extends BrowserTest {

    private static final String ACCOUNT = "102290129340398";
    private static final String BAKERY = "106540352242922";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Autowired
    private Numbers numbers;

    @Test
    void whatIsAlarmingStandsInAnAdminsMenuWhereverTheyAreAndInNobodyElses() {
        Page carla = login(browser(), "carla");
        Page ben = login(browser(), "ben");
        NumberId bakery = numbers.byPhoneNumberId(BAKERY).orElseThrow().id();
        Locator health = carla.locator(".menu-link:has(.icon-health)");
        numbers.pause(bakery, 190);
        try {
            assertThat(health).containsText("1 alarm", SOON);
            assertThat(ben.locator(".alarm")).hasCount(0);
            health.click();
            assertThat(carla.locator(".health-alarm"))
                    .containsText("WhatsApp does not take the access token any more.");
        } finally {
            numbers.resume(bakery);
        }
        assertThat(carla.locator(".alarm.on")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(carla.locator(".health-blocks")).containsText("Parley works as it should.", SOON);
    }

    @Test
    void anAdminMakesABackupAndTakesItAlong() throws Exception {
        Page carla = login(browser(), "carla");
        carla.navigate(address() + "/health");
        carla.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a backup now"))
                .click();
        Locator link = carla.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download the backup of"))
                .first();
        link.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(parts(carla.waitForDownload(link::click)))
                .contains("manifest.json", "checksums.txt", "tables/message.jsonl");
    }

    @Test
    void anAdminHandsOutACustomersDataAndErasesIt() throws Exception {
        post("16505550777", "Ada Byron", "Please forget me");
        Page carla = login(browser(), "carla");
        Page ben = login(browser(), "ben");
        Locator forBen = ben.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Ada Byron"));
        forBen.first().waitFor();
        carla.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Ada Byron"))
                .first()
                .click();
        assertThat(carla.locator(".chat-header")).containsText("Ada Byron");

        menu(carla);
        Download copy = carla.waitForDownload(() -> item(carla, "Export this customer"));
        assertThat(parts(copy)).contains("messages.html", "messages.json");

        menu(carla);
        item(carla, "Erase this customer");
        Locator erase = carla.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase for good"));
        assertThat(erase).isDisabled();
        screenshot(carla, "erase");
        carla.getByText("I know that this cannot be taken back").click();
        erase.click();
        assertThat(carla.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Ada Byron")))
                .hasCount(0);
        assertThat(carla.locator(".chat-header")).isHidden();
        assertThat(forBen).hasCount(0);
    }

    private static void menu(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("More").setExact(true))
                .click();
    }

    private static void item(Page page, String name) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static List<String> parts(Download download) throws Exception {
        var file = Files.createTempFile("download", ".zip");
        download.saveAs(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        } finally {
            Files.delete(file);
        }
    }

    private void post(String waId, String name, String text) throws Exception {
        String body = SignedWebhook.text(ACCOUNT, BAKERY, waId, name, "wamid.owner-" + waId, Instant.now(), text);
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(
                                    SignedWebhook.sign(body, "sandbox-app-secret")
                                            .to(address()),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}

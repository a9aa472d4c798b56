package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What customers send besides plain words, as agents see it and use it. */
class EveryTypeIT extends InboxTest {

    private static final Pattern UNREAD = Pattern.compile(", (\\d+) unread, ");

    @Test
    void aQuoteLeadsFarUpAndNothingOnTheWayIsSeen() {
        Customer uma = customer("Uma Reyes");
        String first = uma.sends("\"type\":\"text\",\"text\":{\"body\":\"A dragon cake, please\"}");
        uma.writesLines(300);
        uma.sends("\"type\":\"text\",\"text\":{\"body\":\"Green, that is\"},\"context\":{\"id\":\"" + first + "\"}");
        Desk carla = carla().open(uma.name());
        assertThat(carla.message("A dragon cake, please").first()).isInViewport();

        carla.messages().press("End");
        Locator answer = carla.message("Green, that is");
        assertThat(answer).isInViewport();
        assertThat(carla.message("Line 3")).hasCount(0);
        answer.getByTitle("Go to the quoted message").click();
        assertThat(carla.message("A dragon cake, please").first()).isInViewport();
        assertThat(carla.message("A dragon cake, please").first()).isFocused();
        // What fits into two screens, the first and the last; nothing of what lies between.
        await().pollInSameThread()
                .during(Duration.ofMillis(900))
                .atMost(Duration.ofSeconds(20))
                .until(() -> unread(carla.row(uma.name())) > 240);

        carla.button("To the newest message").click();
        assertThat(answer).isInViewport();
        assertThat(carla.button("To the newest message")).isHidden();
    }

    @Test
    void aReactionComesAndGoes() {
        Customer uma = customer("Uma Lind");
        String text = uma.sends("\"type\":\"text\",\"text\":{\"body\":\"See you at six\"}");
        Desk carla = carla().open(uma.name());
        Locator chip =
                carla.messages().getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Reactions: 🎉 Uma"));
        assertThat(carla.message("See you at six")).isVisible();
        Desk.isRead(carla.row(uma.name()));

        uma.sends("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"" + text + "\",\"emoji\":\"🎉\"}");
        assertThat(chip).isVisible();
        assertThat(carla.row(uma.name())).hasAccessibleName(Pattern.compile("Reacted 🎉 to “See you at six”"));
        Desk.isRead(carla.row(uma.name()));
        uma.sends("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"" + text + "\"}");
        assertThat(chip).hasCount(0);
    }

    @Test
    void anEditAndADeletionShowAtOnce() {
        Customer uma = customer("Uma Okoye");
        String text = uma.sends("\"type\":\"text\",\"text\":{\"body\":\"At five\"}");
        Desk carla = carla().open(uma.name());
        assertThat(carla.message("At five")).isVisible();

        uma.sends("\"type\":\"edit\",\"edit\":{\"original_message_id\":\"" + text
                + "\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"At six\"}}}");
        assertThat(carla.message("At six").getByText("edited")).isVisible();
        assertThat(carla.message("At five")).hasCount(0);
        uma.sends("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"" + text + "\"}");
        assertThat(carla.message("🚫 Uma deleted this message")).isVisible();
        assertThat(carla.message("At six")).hasCount(0);
    }

    @Test
    void nothingThatACustomerSendsRuns() {
        String markup = "<img src=x onerror=document.title='hacked'><script>document.title='hacked'</script>";
        Customer uma = customer("Uma " + markup);
        uma.sends(
                "\"type\":\"text\",\"text\":{\"body\":\"" + markup + " javascript:alert(1) https://a@evil.example\"}");
        uma.sends(
                "\"type\":\"location\",\"location\":{\"latitude\":41.4,\"longitude\":2.1,\"name\":\"" + markup + "\"}");
        uma.sends("\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"" + markup + "\"}}]");
        uma.sends("\"type\":\"document\",\"document\":{\"id\":\"1\",\"filename\":\"" + markup + ".pdf\"}");
        uma.sends("\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"response_json\":"
                + "\"{\\\"" + markup + "\\\":\\\"" + markup + "\\\"}\"}}");
        List<String> alarms = new ArrayList<>();
        Page page = browser();
        page.onDialog(dialog -> {
            alarms.add(dialog.message());
            dialog.dismiss();
        });
        Desk carla = new Desk(login(page, "carla"));
        carla.rows().first().click();
        assertThat(carla.messages().getByRole(AriaRole.ARTICLE)).hasCount(5);
        assertThat(carla.messages().getByText("javascript:alert(1)")).isVisible();
        assertThat(carla.messages().locator("a[href^='javascript'], a[href*='evil'], img[src='x'], script"))
                .hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("Parley$"));
        assertThat(alarms).isEmpty();
    }

    @Test
    void aPhotoOpensInFullAndTheKeyboardIsWhereItWas() {
        Customer uma = customer("Uma Haas");
        uma.sends("\"type\":\"image\",\"image\":{\"id\":\"1003383421387202\",\"mime_type\":\"image/jpeg\","
                + "\"sha256\":\"3GbPk4RIugjJ8J+7bLN1IfuAfxSl/hGGjmHiKCpW0o4=\",\"caption\":\"For ten\"}");
        Desk carla = carla().open(uma.name());
        Locator photo = carla.message("For ten")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open Photo"));
        assertThat(photo).hasAccessibleName("Open Photo");
        isDrawn(photo.locator("img"));
        pictures(carla.page(), "photo");

        photo.press("Enter");
        Locator viewer = carla.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Photo"));
        assertThat(viewer).isVisible();
        isDrawn(viewer.locator("img"));
        screenshot(carla.page(), "photo-open");
        Download file =
                carla.page().waitForDownload(() -> viewer.getByText("Download").click());
        assertThat(file.suggestedFilename()).endsWith(".jpg");
        carla.page().keyboard().press("Escape");
        assertThat(viewer).hasCount(0);
        assertThat(photo).isFocused();
    }

    @Test
    void aVoiceNotePlaysAndOnlyOneAtATime() {
        Customer uma = customer("Uma Prado");
        for (int i = 0; i < 2; i++) {
            uma.sends("\"type\":\"audio\",\"audio\":{\"id\":\"1003383421387203\",\"voice\":true,"
                    + "\"mime_type\":\"audio/ogg; codecs=opus\","
                    + "\"sha256\":\"1F6lHd3CvTvUrnCeEOp6flpbRolTR+WUp5juM3ot+Zo=\"}");
        }
        Desk carla = carla().open(uma.name());
        Locator notes =
                carla.messages().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Voice message"));
        assertThat(notes).hasCount(2);
        Locator play = notes.first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Play"));
        assertThat(notes.first().getByText(Pattern.compile("^0:[0-9]*[1-9][0-9]*$")))
                .isVisible();
        play.click();
        assertThat(notes.first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pause")))
                .isVisible();
        assertThat(notes.first().getByRole(AriaRole.SLIDER)).not().hasValue("0");
        notes.last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Play"))
                .click();
        assertThat(play).isVisible();
        pictures(carla.page(), "voice-note");
    }

    /** Not only there: the picture itself has come. */
    private static void isDrawn(Locator picture) {
        assertThat(picture).isVisible();
        await().pollInSameThread()
                .until(() -> (boolean) picture.evaluate("img => img.complete && img.naturalWidth > 0"));
    }

    @Test
    void aContactIsSavedToAnAddressBook() throws IOException {
        Customer uma = customer("Uma Sato");
        uma.sends("\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Freja Lind; Weddings\"},"
                + "\"phones\":[{\"phone\":\"+46707654321\",\"wa_id\":\"46707654321\"}]}]");
        Desk carla = carla().open(uma.name());
        Download card = carla.page()
                .waitForDownload(
                        () -> carla.button("Save: Freja Lind; Weddings").click());
        assertThat(card.suggestedFilename()).isEqualTo("Freja Lind Weddings.vcf");
        assertThat(Files.readString(card.path())).contains("FN:Freja Lind\\; Weddings\r\n", "+46 70 765 43 21");
        pictures(carla.page(), "contact-card");
    }

    private static int unread(Locator row) {
        Matcher name = UNREAD.matcher(row.getAttribute("aria-label"));
        return name.find() ? Integer.parseInt(name.group(1)) : 0;
    }
}

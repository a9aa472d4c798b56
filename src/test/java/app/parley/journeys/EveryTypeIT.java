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
        answer.getByRole(AriaRole.BUTTON).click();
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

package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever an agent sends besides words. */
class AttachIT extends InboxTest {

    private static final Path DEMO = Path.of("src", "main", "resources", "demo");
    private static final Path LOAF = DEMO.resolve("walnut-loaf.jpg");
    private static final Path MENU = DEMO.resolve("menu-catering.pdf");

    @Test
    void sendsPickedFilesEachAsAMessageWithTheWordsBelowTheFirst() {
        Desk carla = carla().open(customer("Paula Moreau").writes("Hello").name());
        pick(carla, LOAF, MENU);
        assertThat(tray(carla)).hasCount(2);
        carla.types("Two left");
        assertThat(carla.page().getByText("8 / 1024")).isVisible();
        carla.box().press("Control+Enter");

        assertThat(tray(carla)).hasCount(0);
        assertThat(carla.box()).hasValue("");
        assertThat(carla.button("Open Photo")).isVisible();
        assertThat(carla.ticks("Two left", "Delivered")).isVisible();
        assertThat(carla.page().getByRole(AriaRole.LINK, role("^Download, menu-catering.pdf")))
                .isVisible();
        assertThat(carla.messages().getByRole(AriaRole.ARTICLE)).hasCount(3);
    }

    @Test
    void sendsAFileOnceHoweverOftenItIsTold() {
        Desk carla = carla().open(customer("Paula Novak").writes("Hello").name());
        pick(carla, MENU);
        carla.types("The menu");
        for (int i = 0; i < 6; i++) {
            carla.page().keyboard().press("Control+Enter");
        }
        assertThat(carla.ticks("The menu", "Delivered")).isVisible();
        assertThat(carla.messages().getByRole(AriaRole.ARTICLE)).hasCount(2);
    }

    @Test
    void takesWhatIsDroppedOntoTheChatAndWhatIsPasted() {
        Desk carla = carla().open(customer("Paula Petit").writes("Hello").name());
        carla.page().evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['opening hours'], 'hours.txt', { type: 'text/plain' }));
                  const chat = document.querySelector('.messages-scroller');
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    chat.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
                  }
                }""");
        assertThat(tray(carla)).hasCount(1);
        carla.box().evaluate("""
                (box) => {
                  const files = new DataTransfer();
                  files.items.add(new File(['more'], 'more.txt', { type: 'application/octet-stream' }));
                  box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, composed: true }));
                }""");
        assertThat(tray(carla)).hasCount(2);
        carla.button("Send").click();
        assertThat(carla.page().getByRole(AriaRole.LINK, role("^Download, more.txt")))
                .isVisible();
    }

    @Test
    void saysWhyAFileCannotBeSentAndSendsNothingUntilItIsRemoved() {
        Desk carla = carla().open(customer("Paula Weiss").writes("Hello").name());
        pick(
                carla,
                file("large.jpg", "image/jpeg", new byte[6_000_000]),
                file("empty.txt", "text/plain", new byte[0]),
                file("menu.pdf", "application/pdf", "no PDF".getBytes(StandardCharsets.UTF_8)));
        assertThat(tray(carla).nth(0)).containsText("WhatsApp takes photos of up to 5 MB, and this one has 6 MB.");
        assertThat(tray(carla).nth(1)).containsText("the file is empty");
        assertThat(tray(carla).nth(2)).containsText("not what its name says");
        carla.types("Here");
        carla.box().press("Control+Enter");
        assertThat(carla.page().getByRole(AriaRole.ALERT).filter(has("remove the file that cannot be sent")))
                .isVisible();
        for (String name : List.of("large.jpg", "empty.txt", "menu.pdf")) {
            carla.button("Remove " + name).click();
        }
        carla.box().press("Control+Enter");
        assertThat(carla.message("Here")).isVisible();
    }

    @Test
    void offersToSendALargePhotoAsADocument() {
        Desk carla = carla().open(customer("Paula Brandt").writes("Hello").name());
        byte[] large = java.util.Arrays.copyOf(read(LOAF), 6_000_000);
        pick(carla, file("large.jpg", "image/jpeg", large));
        carla.button("Send as document").click();
        assertThat(tray(carla)).hasAttribute("data-state", "ready");
        carla.button("Send").click();
        assertThat(carla.page().getByRole(AriaRole.LINK, role("^Download, large.jpg")))
                .isVisible();
    }

    @Test
    void showsHowFarAnUploadIsAndCancelsIt() {
        Desk carla = carla().open(customer("Paula Stein").writes("Hello").name());
        CountDownLatch held = new CountDownLatch(1);
        carla.page().route("**/media/uploads**", route -> hold(route, held));
        pick(carla, LOAF);
        assertThat(carla.page().getByRole(AriaRole.PROGRESSBAR, role("^Uploading walnut-loaf.jpg")))
                .isVisible();
        carla.button("Remove walnut-loaf.jpg").click();
        assertThat(tray(carla)).hasCount(0);
        held.countDown();
    }

    @Test
    void aFileThatWasPickedStaysWhenTheSessionEndsBeforeItIsSent() {
        Customer paula = customer("Paula Duarte").writes("Hello");
        Desk carla = carla().open(paula.name());
        pick(carla, LOAF);
        assertThat(tray(carla)).hasAttribute("data-state", "ready");
        ben().open(paula.name()).button("Archive").click();
        assertThat(carla.page().getByText("You can reply once Paula writes again."))
                .isVisible();
        paula.writes("One more thing");
        assertThat(tray(carla)).isVisible();
        carla.button("Send").click();
        assertThat(carla.button("Open Photo")).isVisible();
    }

    @Test
    void answersAMessageAndSaysWhich() {
        Desk carla = carla().open(
                        customer("Paula Lind").writes("Shall I come at six?").name());
        choose(carla, "Shall I come at six?", "Reply");
        assertThat(carla.page().getByRole(AriaRole.GROUP, role("^Your reply answers")))
                .containsText("Shall I come at six?");
        carla.box().press("Escape");
        assertThat(carla.page().getByRole(AriaRole.GROUP, role("^Your reply answers")))
                .isHidden();

        choose(carla, "Shall I come at six?", "Reply");
        carla.replies("Six is fine");
        assertThat(carla.page().getByRole(AriaRole.ARTICLE).last()).containsText("Paula LindShall I come at six?");
    }

    @Test
    void reactsAndTakesItBack() {
        Desk carla = carla().open(customer("Paula Berg").writes("Thank you!").name());
        choose(carla, "Thank you!", "React with ❤️");
        Locator reaction = carla.page().getByRole(AriaRole.IMG, role("^Reactions: ❤️ You"));
        assertThat(reaction).isVisible();
        choose(carla, "Thank you!", "Take ❤️ back");
        assertThat(reaction).hasCount(0);
    }

    @Test
    void sendsAPlaceFromAMapLinkOrTheirOwn() {
        Page page = browser();
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(41.38263, 2.17697));
        Desk carla = new Desk(login(page, "carla"))
                .open(customer("Paula Vidal").writes("Where are you?").name());
        attach(carla, "Location");
        Locator where = page.getByRole(AriaRole.TEXTBOX, role("^Coordinates or map link"));
        where.fill("Plaça Reial 3");
        inDialog(page, "Send").click();
        assertThat(errorOf(page)).containsText("There are no coordinates in this.");
        inDialog(page, "Use my location").click();
        assertThat(where).hasValue("41.38263, 2.17697");
        page.getByRole(AriaRole.TEXTBOX, role("^Name")).fill("Panadería Bonita");
        inDialog(page, "Send").click();
        assertThat(carla.message("Panadería Bonita")).containsText("41.38263, 2.17697");
    }

    @Test
    void sendsAContact() {
        Desk carla =
                carla().open(customer("Paula Wong").writes("Whom do I ask?").name());
        Page page = carla.page();
        attach(carla, "Contact");
        page.getByRole(AriaRole.TEXTBOX, role("^Name")).fill("Freja Lind");
        page.getByRole(AriaRole.TEXTBOX, role("^Phone number")).fill("070 765");
        inDialog(page, "Send").click();
        assertThat(errorOf(page)).containsText("This is no phone number with its country code.");
        page.getByRole(AriaRole.TEXTBOX, role("^Phone number")).fill("+46 70 765 43 21");
        inDialog(page, "Send").click();
        assertThat(carla.message("Freja Lind")).containsText("+46 70 765 43 21");
    }

    private static void attach(Desk desk, String what) {
        desk.button("Attach").click();
        desk.page().getByRole(AriaRole.MENUITEM, role("^" + what)).click();
    }

    private static void pick(Desk desk, Path... files) {
        chooser(desk).setFiles(files);
    }

    private static void pick(Desk desk, FilePayload... files) {
        chooser(desk).setFiles(files);
    }

    private static FileChooser chooser(Desk desk) {
        return desk.page().waitForFileChooser(() -> attach(desk, "Photo"));
    }

    /** By the keyboard's way: the button at the message, which the pointer would bring. */
    private static void choose(Desk desk, String message, String what) {
        Locator open = desk.messages()
                .getByRole(AriaRole.ARTICLE)
                .filter(has(message))
                .first()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Reply or react").setExact(true));
        open.focus();
        open.press("Enter");
        desk.button(what).click();
    }

    private static void hold(Route route, CountDownLatch until) {
        // Until it is let go, or cancelled by the page.
        if (until.getCount() == 0) {
            route.resume();
        }
    }

    private static Locator tray(Desk desk) {
        return desk.page().getByRole(AriaRole.LIST, role("^Files to send")).getByRole(AriaRole.LISTITEM);
    }

    /** Not what the field has announced of it, which stands beside the page for a moment. */
    private static Locator errorOf(Page page) {
        return page.getByRole(AriaRole.DIALOG).locator("[slot=error-message]:visible");
    }

    private static Locator inDialog(Page page, String button) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private static Page.GetByRoleOptions role(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }

    private static byte[] read(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

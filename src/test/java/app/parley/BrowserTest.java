package app.parley;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What people see in a real browser, against the running demo. Each {@link #browser()} is a person's own: separate
 * cookies, so two of them are two agents. Subclasses are named {@code …IT}.
 */
@Tag("browser")
@RunningApplication
@ExtendWith(NeedsChromium.class)
public abstract class BrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Playwright playwright;
    private static Browser chromium;

    private final List<BrowserContext> opened = new ArrayList<>();

    @LocalServerPort
    protected int port;

    /** Pictures of what stood on the screens when a test failed, then the screens are closed. */
    @RegisterExtension
    final ScreensAfterTest screens = new ScreensAfterTest(opened, SCREENSHOTS.resolve("failed"));

    @BeforeAll
    static void launch() {
        playwright = Playwright.create();
        chromium = Browsers.launch(playwright);
    }

    @AfterAll
    static void quit() {
        playwright.close();
    }

    protected String address() {
        return "http://localhost:" + port;
    }

    /** A browser of its own on a desk, attentive, with nothing open yet. */
    protected Page browser() {
        return open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** A browser of its own on a phone. */
    protected Page phone() {
        return open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** With options of the test's own, such as the colour scheme. */
    protected Page open(Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setLocale("en-US").setTimezoneId("Europe/Madrid"));
        opened.add(context);
        Attention.prepare(context);
        return context.newPage();
    }

    /** Logs one of the demo's agents in, {@code carla} or {@code ben}, and waits for the inbox. */
    protected Page login(Page page, String agent) {
        return login(page, agent, address());
    }

    /** The same by another address, such as that of a {@link TcpProxy}. */
    protected Page login(Page page, String agent, String address) {
        return Browsers.login(page, agent, address);
    }

    /** Writes {@code target/screenshots/<name>.png}; what was about to fade or slide has done so. */
    protected void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}

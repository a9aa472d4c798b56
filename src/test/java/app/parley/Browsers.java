package app.parley;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that tests drive: the system's, else the one Playwright has downloaded before, else none. */
public final class Browsers {

    private static final List<String> SYSTEM = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Browsers() {}

    /** Where Chromium is, if there is one. */
    public static Optional<Path> chromium() {
        return SYSTEM.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Browsers::downloaded);
    }

    private static Optional<Path> downloaded() {
        try (Playwright playwright = Playwright.create()) {
            return Stream.of(Path.of(playwright.chromium().executablePath()))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setArgs(FLAGS));
    }

    /** Logs one of the demo's agents in, {@code carla} or {@code ben}, and waits until the login page is left. */
    public static Page login(Page page, String agent, String address) {
        page.navigate(address + "/login");
        page.getByLabel("Email").fill(agent + "@bonita.example");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo-" + agent);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Log in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}

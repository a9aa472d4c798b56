package app.parley.bench;

import app.parley.Browsers;
import app.parley.FreePlace;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an agent's own message takes from Ctrl+Enter until it stands, painted, in their chat, while the Graph API
 * takes ten seconds for each answer.
 */
final class Own {

    private static final int MESSAGES = 50;
    private static final Duration TARGET = Duration.ofMillis(100);
    private static final String NOTE_KEY = """
            () => addEventListener('keydown', (event) => {
              if (event.key === 'Enter' && event.ctrlKey) window.pressed = Date.now();
            }, true)
            """;

    private Own() {}

    static boolean run() throws Exception {
        Path directory = FreePlace.freshDirectory();
        List<String> demo = List.of("--spring.profiles.active=demo", "--parley.data-dir=" + directory.resolve("data"));
        try (PackagedApplication application = PackagedApplication.start(
                        Setup.jar(), FreePlace.freePort(), directory.resolve("application.log"), demo);
                Playwright playwright = Playwright.create();
                Browser browser = Browsers.launch(playwright)) {
            application.untilHealthy();
            slowDown(application);
            Page carla = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                    .newPage();
            Browsers.login(carla, "carla", application.address());
            Distribution times = measure(carla);
            System.out.println("Ctrl+Enter to screen: " + times);
            return times.percentile(0.95).compareTo(TARGET) <= 0;
        }
    }

    private static void slowDown(PackagedApplication application) throws Exception {
        HttpRequest order = HttpRequest.newBuilder(URI.create(application.address() + "/sandbox/control/fate"))
                .header("Authorization", "Bearer sandbox-token")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"fate\":\"slow\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(order, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException("The sandbox answered " + status);
            }
        }
    }

    private static Distribution measure(Page page) throws InterruptedException {
        page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Conversations"))
                .getByRole(AriaRole.LISTITEM)
                .first()
                .click();
        Locator box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        page.evaluate(NOTE_KEY);
        List<Duration> times = new ArrayList<>();
        for (int n = 0; n < MESSAGES; n++) {
            String text = "Own-%03d".formatted(n);
            box.fill(text);
            Painted.watch(page, text);
            box.press("Control+Enter");
            times.add(Duration.ofMillis(Painted.at(page) - ((Number) page.evaluate("window.pressed")).longValue()));
            Thread.sleep(1_000);
        }
        return Distribution.of(times);
    }
}

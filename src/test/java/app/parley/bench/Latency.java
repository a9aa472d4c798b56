package app.parley.bench;

import app.parley.Browsers;
import app.parley.FreePlace;
import app.parley.SignedWebhook;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a customer's message takes from the first byte of its webhook until it stands, painted, in the chat of an
 * agent's browser, while another agent has the same chat open. One message at a time in a quiet system. The
 * browser's clock is this machine's, read to the millisecond.
 */
final class Latency {

    private static final int MESSAGES = 100;
    private static final Duration TARGET = Duration.ofMillis(150);
    private static final String WABA = "102290129340398";
    private static final String NUMBER = "106540352242922";
    private static final String SECRET = "sandbox-app-secret";
    private static final String CUSTOMER = "Zoe Measured";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PackagedApplication application;
    private final Page carla;
    private final Page ben;

    private Latency(PackagedApplication application, Browser browser) {
        this.application = application;
        carla = login(browser, "carla");
        ben = login(browser, "ben");
    }

    static boolean run() throws Exception {
        Path directory = FreePlace.freshDirectory();
        int port = FreePlace.freePort();
        List<String> demo = List.of("--spring.profiles.active=demo", "--parley.data-dir=" + directory.resolve("data"));
        try (PackagedApplication application =
                        PackagedApplication.start(Setup.jar(), port, directory.resolve("application.log"), demo);
                Playwright playwright = Playwright.create();
                Browser browser = Browsers.launch(playwright)) {
            application.untilHealthy();
            DiskProbe disk = new DiskProbe(directory);
            disk.run();
            Distribution times = new Latency(application, browser).measure();
            disk.run();
            System.out.println("Webhook to screen: " + times);
            System.out.println("Write and sync:    " + disk.distribution());
            System.out.printf("Ratio of medians:  %.1f%n", times.ratioTo(disk.distribution()));
            return times.median().compareTo(TARGET) <= 0;
        }
    }

    private Page login(Browser browser, String agent) {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                .newPage();
        Browsers.login(page, agent, application.address());
        page.getByLabel("Conversations").first().waitFor();
        return page;
    }

    private Distribution measure() throws Exception {
        post("Hello from the first");
        for (Page page : List.of(carla, ben)) {
            page.getByText(CUSTOMER).first().click();
            page.getByLabel("Messages")
                    .getByText("Hello from the first")
                    .first()
                    .waitFor();
        }
        List<Duration> times = new ArrayList<>();
        for (int n = 0; n < MESSAGES; n++) {
            // Each message finds the system quiet: half a second later the last one counts as seen, which is pushed
            // too,
            // and after a push a browser rests for a fifth of a second.
            Thread.sleep(1500);
            times.add(measure("Measured-%03d".formatted(n)));
        }
        return Distribution.of(times);
    }

    private Duration measure(String text) throws Exception {
        Painted.watch(ben, text);
        long sent = System.currentTimeMillis();
        post(text);
        return Duration.ofMillis(Painted.at(ben) - sent);
    }

    private void post(String text) throws Exception {
        String id = "wamid." + text.replace(' ', '-');
        String body = SignedWebhook.text(WABA, NUMBER, "16505559999", CUSTOMER, id, Instant.now(), text);
        int status = client.send(
                        SignedWebhook.sign(body, SECRET).to(application.address()),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("The webhook was answered with " + status);
        }
    }
}

package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Browsers;
import app.parley.FreePlace;
import app.parley.NeedsChromium;
import app.parley.bench.PackagedApplication;
import app.parley.faults.Forked;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody who has never seen Parley starts the packaged file in production mode, and connects a number of a WhatsApp
 * that is a process of its own. Every click counts; what is typed is typed by the keyboard alone.
 */
@Tag("browser")
@ExtendWith(NeedsChromium.class)
class NewcomerIT {

    private static final int MOST_CLICKS = 12;
    private static final Pattern CODE = Pattern.compile("use the code (\\S+)");
    private static final String TOKEN = "sandbox-token";

    private final Path directory = FreePlace.freshDirectory();
    private final int port = FreePlace.freePort();
    private final int sandboxPort = FreePlace.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int clicks;

    @Test
    void fromThePackagedFileToAConnectedNumber() throws Exception {
        try (Forked sandbox = sandbox();
                PackagedApplication parley = PackagedApplication.start(
                        PackagedApplication.jar(),
                        port,
                        log(),
                        List.of(
                                "--parley.data-dir=" + directory.resolve("data"),
                                "--parley.whatsapp.graph-url=http://localhost:" + sandboxPort + "/sandbox/graph"));
                Playwright playwright = Playwright.create();
                Browser chromium = Browsers.launch(playwright)) {
            sandbox.awaitAnswer(http, "http://localhost:" + sandboxPort + "/");
            parley.untilHealthy();
            Page page = chromium.newContext(new Browser.NewContextOptions()
                            .setViewportSize(1440, 900)
                            .setLocale("en-US"))
                    .newPage();
            try {
                becomesAdmin(page, parley.address());
                connects(page);
                hearsFromTheFirstCustomer(page);
            } catch (RuntimeException | AssertionError e) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "failed", "NewcomerIT.png")));
                throw e;
            }
            assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
            System.out.println("A newcomer has connected a number with " + clicks + " clicks.");
        }
    }

    private void becomesAdmin(Page page, String address) throws IOException {
        page.navigate(address);
        page.waitForURL(url -> url.endsWith("/setup"));
        assertThat(page.getByLabel("Setup code")).isFocused();
        type(page, codeInTheLog(), "Carla Rey", "carla@bonita.example", "violet-otter-7-lamps");
        click(button(page, "Create admin"));
        page.waitForURL(url -> url.contains("/login"));
        click(page.getByLabel("Email"));
        type(page, "carla@bonita.example", "violet-otter-7-lamps");
        click(button(page, "Log in"));
        page.waitForURL(url -> !url.contains("/login"));
    }

    private void connects(Page page) {
        click(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Numbers")));
        click(button(page, "Add account"));
        assertThat(page.getByLabel("WhatsApp Business Account ID")).isFocused();
        type(page, "102290129340398", TOKEN);
        click(page.getByLabel("App secret", new Page.GetByLabelOptions().setExact(true)));
        type(page, "sandbox-app-secret ");
        click(button(page, "Connect"));
        assertThat(page.getByText("The app hears of messages to this account.")).isVisible();
    }

    /** What stands on the screen is carried over to Meta, which is played by the sandbox. */
    private void hearsFromTheFirstCustomer(Page page) throws Exception {
        Locator url = page.getByLabel("Callback URL", new Page.GetByLabelOptions().setExact(true));
        assertThat(url).hasValue("http://localhost:" + port + "/webhooks/whatsapp");
        assertThat(page.getByText("Meta calls https addresses only.")).isVisible();
        click(button(page, "Copy: Callback URL"));
        click(button(page, "Copy: Verify token"));
        String verifyToken = page.getByLabel("Verify token", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        assertThat(order("PUT", "webhook", "{\"url\":\"%s\",\"verify_token\":\"no\"}".formatted(url.inputValue())))
                .isEqualTo(400);
        assertThat(order(
                        "PUT",
                        "webhook",
                        "{\"url\":\"%s\",\"verify_token\":\"%s\"}".formatted(url.inputValue(), verifyToken)))
                .isEqualTo(200);
        click(button(page, "Done"));
        assertThat(order("POST", "messages", """
                {"phone_number_id":"106540352242922","from":"16505551234","name":"Ana",\
                "message":{"type":"text","text":{"body":"Hello"}}}""")).isEqualTo(200);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page.title()).isEqualTo("(1) Parley"));
        click(button(page, "Check connection"));
        assertThat(page.getByText("Everything is well.")).isVisible();
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    /** Into the field that has the focus, and those after it. */
    private static void type(Page page, String... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type(values[i]);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private int order(String method, String what, String order) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + sandboxPort + "/sandbox/control/" + what))
                                .header("Authorization", "Bearer " + TOKEN)
                                .method(method, HttpRequest.BodyPublishers.ofString(order))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Forked sandbox() throws IOException {
        return Forked.start(
                "app.parley.sandbox.SandboxApplication",
                directory.resolve("sandbox.log"),
                List.of(),
                List.of("--server.port=" + sandboxPort, "--parley.sandbox.record="));
    }

    private Path log() {
        return directory.resolve("parley.log");
    }

    private String codeInTheLog() throws IOException {
        Matcher code = CODE.matcher(Files.readString(log()));
        assertThat(code.find()).as("the log tells the setup code").isTrue();
        return code.group(1);
    }
}

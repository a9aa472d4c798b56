package app.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.testbench.BrowserTestBase;
import com.vaadin.testbench.TestBenchDriverProxy;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main journey once more, with Vaadin TestBench: a customer writes, an agent answers, the ticks come back. */
@RunningApplication
class JourneyTestBenchIT extends BrowserTestBase {

    private static final String WABA = "102290129340398";
    private static final String NUMBER = "106540352242922";

    @LocalServerPort
    int port;

    @Value("${parley.whatsapp.app-secret}")
    String secret;

    @BeforeEach
    void openABrowser() {
        ChromeOptions options = new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-gpu");
        Browsers.chromium().ifPresent(chromium -> options.setBinary(chromium.toFile()));
        setDriver(TestBenchDriverProxy.create(new ChromeDriver(options)));
    }

    @AfterEach
    void closeIt() {
        getDriver().quit();
    }

    @Test
    void aCustomerIsAnswered() throws Exception {
        getDriver().get("http://localhost:" + port + "/login");
        field("Email").sendKeys("carla@bonita.example");
        field("Password").sendKeys("demo-carla", Keys.ENTER);

        customerWrites("Do you have rye bread?");
        shown(By.xpath("//*[@aria-label='Conversations']//*[contains(text(), 'Greta Bench')]")).click();
        shown(inMessages("Do you have rye bread?"));

        field("Message").sendKeys("Yes, from seven.", Keys.chord(Keys.CONTROL, Keys.ENTER));
        shown(inMessages("Yes, from seven."));
        assertThat(field("Message").getDomProperty("value")).isEmpty();
    }

    private void customerWrites(String text) throws Exception {
        String body = SignedWebhook.text(
                WABA, NUMBER, "16505558888", "Greta Bench", "wamid.testbench", Instant.now(), text);
        try (HttpClient customer = HttpClient.newHttpClient()) {
            int status = customer.send(
                            SignedWebhook.sign(body, secret).to("http://localhost:" + port),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
        }
    }

    private WebElement field(String label) {
        return shown(By.xpath("//*[self::input or self::textarea][@aria-label='" + label
                + "' or @id=//label[normalize-space()='" + label + "']/@for]"));
    }

    private static By inMessages(String text) {
        return By.xpath("//*[@aria-label='Messages']//*[contains(text(), '" + text + "')]");
    }

    private WebElement shown(By what) {
        return waitUntil(ExpectedConditions.visibilityOfElementLocated(what), 10);
    }
}

package app.parley.admin.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.AccountSettings;
import app.parley.FileServer;
import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An admin asks WhatsApp what it counted in October, and reads what it says. */
@ParleyTest
@ViewPackages(classes = SettingsView.class)
class ComparisonTest extends SpringBrowserlessTest {

    private static final FileServer WHATSAPP = new FileServer();

    @Autowired
    private Given given;

    record Me(AgentId agentId) implements SignedIn {}

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, WHATSAPP::url);
        settings.add("parley.time-zone", () -> "Europe/Madrid");
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @BeforeEach
    void carlaIsAdmin() {
        WHATSAPP.reset();
        given.number(Given.BAKERY);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Me(given.admin("Carla")), "", "ROLE_ADMIN", "ROLE_AGENT"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theChargeIsReadInTheCurrencyOfTheAccount() {
        whatsAppSays("""
                {"currency":"EUR","pricing_analytics":{"data":[{"data_points":[
                  {"start":1790812800,"end":1790899200,"country":"ES","pricing_category":"MARKETING",
                   "pricing_type":"REGULAR","volume":100,"cost":4.6105},
                  {"start":1790899200,"end":1790985600,"country":"ES","pricing_category":"SERVICE",
                   "pricing_type":"FREE_CUSTOMER_SERVICE","volume":1100,"cost":0}]}]},"id":"%s"}""");
        compare();
        assertThat(page())
                .contains("WhatsApp counts 1,200 messages, we count 0. Its charge: €4.6105.")
                .doesNotContain("$4.61");
        assertThat(WHATSAPP.requests())
                .extracting(request -> URLDecoder.decode(request.path(), StandardCharsets.UTF_8))
                .anySatisfy(path -> assertThat(path)
                        .startsWith("/v26.0/" + Given.ACCOUNT + "?fields=currency,pricing_analytics.start(1790805600)")
                        .contains(".end(1793487600).granularity(DAILY)"));
    }

    @Test
    void aChargeInNoCurrencyIsNotTakenForOurs() {
        whatsAppSays("""
                {"pricing_analytics":{"data":[{"data_points":[{"volume":1,"cost":0.0166}]}]},"id":"%s"}""");
        compare();
        assertThat(page()).contains("Its charge: 0.0166, in the account’s currency.");
    }

    @Test
    void aCostThatIsMissingMakesTheChargeUnknownNotLess() {
        whatsAppSays("""
                {"currency":"EUR","pricing_analytics":{"data":[{"data_points":[
                  {"volume":2,"cost":0.04},{"volume":3}]}]},"id":"%s"}""");
        compare();
        assertThat(page()).contains("WhatsApp counts 5 messages").contains("Its charge: not said.");
    }

    @Test
    void whatWhatsAppRefusesIsSaidWithItsCode() {
        compare();
        assertThat(page())
                .contains("Account " + Given.ACCOUNT + " could not be compared. WhatsApp answered HTTP 400, code 100.");
    }

    @Test
    void anAccountThatSaysNothingOfItsCountsIsNotTakenForOneWithoutMessages() {
        whatsAppSays("""
                {"currency":"EUR","id":"%s"}""");
        compare();
        assertThat(page()).contains("WhatsApp does not say what it counted of this account.");
    }

    private static void whatsAppSays(String answer) {
        WHATSAPP.answer("/v26.0/" + Given.ACCOUNT, FileServer.json(200, answer.formatted(Given.ACCOUNT)));
    }

    private void compare() {
        navigate(SettingsView.class);
        test(find(Button.class).all().stream()
                        .filter(button -> "Compare October 2026".equals(button.getText()))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String page() {
        return find(SettingsView.class).single().getElement().getTextRecursively();
    }
}

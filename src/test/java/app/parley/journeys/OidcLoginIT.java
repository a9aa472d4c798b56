package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.parley.BrowserTest;
import app.parley.mail.FakeMailServer;
import app.parley.oidc.FakeIdentityProvider;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the login page to the identity provider, into the inbox, and out again; and a link that goes by mail. */
class OidcLoginIT extends BrowserTest {

    private static final FakeIdentityProvider PROVIDER = new FakeIdentityProvider(Clock.systemUTC());
    private static final FakeMailServer MAIL = new FakeMailServer();
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/join/[A-Za-z0-9_-]+");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("parley.oidc.issuer", PROVIDER::url);
        settings.add("parley.oidc.client-id", () -> FakeIdentityProvider.CLIENT);
        settings.add("parley.oidc.client-secret", () -> FakeIdentityProvider.SECRET);
        settings.add("parley.oidc.name", () -> "Acme");
        settings.add("parley.mail.host", () -> "localhost");
        settings.add("parley.mail.port", MAIL::port);
        settings.add("parley.mail.tls", () -> "none");
        settings.add("parley.mail.from", () -> "Parley <parley@bonita.example>");
    }

    @BeforeEach
    void asItShouldBe() {
        PROVIDER.reset();
        MAIL.reset();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
        MAIL.close();
    }

    @Test
    void benComesInByTheProviderAndLeavesItToo() {
        Page page = browser();
        page.navigate(address() + "/login");
        link(page, "Log in with Acme").click();
        link(page, "I am Ben").click();
        page.waitForURL(url -> url.startsWith(address()) && !url.contains("/login"));
        assertThat(page.getByText("Ben Soler").first()).isVisible();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Ben Soler"))
                .click();
        page.getByText("Log out").click();
        assertThat(page.getByText("You have left the provider")).isVisible();
        page.navigate(address() + "/");
        page.waitForURL(url -> url.contains("/login"));
    }

    @Test
    void whoIsKeptLoggedInStaysSoWithoutTheSession() {
        Page page = browser();
        page.navigate(address() + "/login");
        page.getByLabel("Keep me logged in").check();
        Locator link = link(page, "Log in with Acme");
        assertThat(link).hasAttribute("href", "login/oidc?remember-me=on");
        link.click();
        link(page, "I am Ben").click();
        page.waitForURL(url -> url.startsWith(address()) && !url.contains("/login"));
        Assertions.assertThat(page.context().cookies()).anyMatch(cookie -> cookie.name.equals("remember-me"));
    }

    @Test
    void aStrangerIsToldWhatToDo() {
        PROVIDER.is("stranger", "stranger@bonita.example", true);
        Page page = browser();
        page.navigate(address() + "/login");
        link(page, "Log in with Acme").click();
        link(page, "I am Ben").click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Nobody who works here has the email you have at Acme. Ask an admin to invite you.");
    }

    @Test
    void anInvitationGoesByMailAndItsLinkIsGood() {
        Page page = login(browser(), "carla");
        page.navigate(address() + "/team");
        button(page, "Invite").click();
        page.getByLabel("Name").fill("Ana Gil");
        page.getByLabel("Email").fill("ana@bonita.example");
        button(page, "Invite").last().click();
        button(page, "Send it by mail").click();
        assertThat(page.getByText("Sent to ana@bonita.example.")).isVisible();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> MAIL.letters().size() == 1);
        Matcher link = LINK.matcher(MAIL.letters().getFirst());
        Assertions.assertThat(link.find()).as(MAIL.letters().getFirst()).isTrue();
        Page anas = browser();
        anas.navigate(link.group());
        assertThat(anas.getByText("You are Ana Gil, ana@bonita.example.")).isVisible();
    }

    @Test
    void anInvitationThatTheMailServerRefusesStands() {
        MAIL.answers("RCPT", "550 no such user");
        Page page = login(browser(), "carla");
        page.navigate(address() + "/team");
        button(page, "New link for Ben Soler").click();
        button(page, "Send it by mail").click();
        assertThat(page.getByText("The mail server would not take the mail.")).isVisible();
        assertThat(page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Pattern.compile(".*/join/.+"));
        screenshot(page, "link-not-mailed");
    }

    @Test
    void theLoginPageHasRoomForTheButton() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 390}) {
                Page page = open(new Browser.NewContextOptions()
                        .setViewportSize(width, 860)
                        .setColorScheme(scheme));
                page.navigate(address() + "/login");
                assertThat(link(page, "Log in with Acme")).isInViewport();
                screenshot(page, "login-provider-" + scheme + "-" + width);
            }
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

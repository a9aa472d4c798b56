package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.parley.BrowserTest;
import app.parley.team.Language;
import app.parley.team.Team;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ben reads Parley in a language of his own. */
class LanguageIT extends BrowserTest {

    @Autowired
    Team team;

    @AfterEach
    void asItWas() {
        team.byEmail("ben@bonita.example").ifPresent(ben -> team.changeLanguage(ben.requireId(), Language.BROWSER));
    }

    @Test
    void whatBenChoosesHoldsForEveryPageAndTheLogin() {
        Page page = login(browser(), "ben");
        page.navigate(address() + "/profile");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Language"))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Español"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Su cuenta")))
                .isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("es.*"));

        page.navigate(address());
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Conversaciones")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Archivadas")))
                .isVisible();

        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.navigate(address() + "/login");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Iniciar sesión")))
                .isVisible();
    }

    @Test
    void theLoginPageSpeaksTheBrowsersLanguage() {
        Browser browser = browser().context().browser();
        try (BrowserContext brazilian = browser.newContext(new Browser.NewContextOptions().setLocale("pt-BR"))) {
            Page page = brazilian.newPage();
            page.navigate(address() + "/login");
            assertThat(page.getByLabel("Senha", new Page.GetByLabelOptions().setExact(true)))
                    .isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");
        }
    }
}

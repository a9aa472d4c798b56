package app.parley;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.Test;

/** The ground the browser tests stand on. */
class BrowserEnvironmentIT extends BrowserTest {

    @Test
    void aPageHasTheAttentionItIsGiven() {
        Page page = browser();
        page.navigate(address() + "/login"); // One that may run scripts.
        page.evaluate("window.seen = []; addEventListener('blur', () => seen.push('blur'));"
                + " document.addEventListener('visibilitychange', () => seen.push(document.visibilityState))");
        assertThat(page.evaluate("document.hasFocus()")).isEqualTo(true);

        Attention.hidden(page);

        assertThat(page.evaluate("document.hasFocus()")).isEqualTo(false);
        assertThat(page.evaluate("document.visibilityState")).isEqualTo("hidden");
        assertThat(page.evaluate("seen.join()")).isEqualTo("hidden,blur");
    }

    @Test
    void aWireCanBeCutAndMended() throws Exception {
        Page page = browser();
        try (TcpProxy wire = new TcpProxy(port)) {
            String health = wire.address() + "/actuator/health";
            page.navigate(health);
            assertThat(page.locator("body")).containsText("UP");

            wire.cut();
            assertThatThrownBy(() -> page.navigate(health)).isInstanceOf(PlaywrightException.class);

            wire.mend();
            // The browser may still be on its way to its own error page.
            await().ignoreExceptions().until(() -> page.navigate(health).ok());
            assertThat(page.locator("body")).containsText("UP");
        }
        screenshot(page, "ground");
    }
}

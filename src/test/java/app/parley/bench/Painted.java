package app.parley.bench;

import com.microsoft.playwright.Page;

/** When a message stood in the chat of a browser, by that browser's clock, which is this machine's. */
final class Painted {

    /** Notes the time of the second frame after the text has come to stand among the messages. */
    private static final String WATCH = """
            (text) => {
              window.stood = new Promise(resolve => {
                const look = () => {
                  const messages = document.querySelector('[aria-label=Messages]');
                  if (!messages?.textContent.includes(text)) return;
                  observer.disconnect();
                  requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
                };
                const observer = new MutationObserver(look);
                observer.observe(document.body, { childList: true, subtree: true, characterData: true });
              });
            }
            """;

    private Painted() {}

    static void watch(Page page, String text) {
        page.evaluate(WATCH, text);
    }

    /** Milliseconds since 1970; waits until it stands. */
    static long at(Page page) {
        return ((Number) page.evaluate("window.stood")).longValue();
    }
}

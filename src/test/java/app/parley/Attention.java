package app.parley;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Whether somebody looks at a page. Playwright shows every page as focused and visible at once, whatever the test
 * does; here a page has the attention it was given, as {@code document.hasFocus()} and {@code visibilityState} say it,
 * with the browser's own events.
 */
public final class Attention {

    private static final String OVERRIDE = """
            (() => {
              const state = { focused: true, visible: true };
              document.hasFocus = () => state.focused && state.visible;
              Object.defineProperty(document, 'visibilityState', { get: () => (state.visible ? 'visible' : 'hidden') });
              Object.defineProperty(document, 'hidden', { get: () => !state.visible });
              // What the browser itself reports about focus is emulated: only ours counts.
              let ours = false;
              for (const [target, type] of [[window, 'focus'], [window, 'blur'], [document, 'visibilitychange']]) {
                target.addEventListener(type, e => {
                  if (!ours && e.target === target) e.stopImmediatePropagation();
                }, true);
              }
              window.parleyAttention = (focused, visible) => {
                const changed = { focus: focused !== state.focused, visibility: visible !== state.visible };
                Object.assign(state, { focused, visible });
                ours = true;
                if (changed.visibility) document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
                if (changed.focus) window.dispatchEvent(new Event(focused ? 'focus' : 'blur'));
                ours = false;
              };
            })();
            """;

    private Attention() {}

    static void prepare(BrowserContext context) {
        context.addInitScript(OVERRIDE);
    }

    /** The agent's window is in front and has the keyboard. */
    public static void present(Page page) {
        set(page, true, true);
    }

    /** In view, but the keyboard is in another window. */
    public static void elsewhere(Page page) {
        set(page, false, true);
    }

    /** Another tab covers it, or the window is minimised. */
    public static void hidden(Page page) {
        set(page, false, false);
    }

    private static void set(Page page, boolean focused, boolean visible) {
        page.evaluate("([focused, visible]) => window.parleyAttention(focused, visible)", List.of(focused, visible));
    }
}

package app.parley.attacks;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Watches a browser: what ran that should not have, what left for elsewhere, what the page broke at, and its words. */
final class Watchman {

    private static final String HOOKS = """
            (() => {
              const tell = (what) => window.tellWatchman(String(what));
              Object.defineProperty(window, 'ran', { value: () => tell('ran'), writable: false });
              for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => tell(name);
              document.addEventListener('securitypolicyviolation',
                (e) => tell(`policy: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`), true);
              addEventListener('error', (e) => e.message && tell(`error: ${e.message}`));
              addEventListener('unhandledrejection', (e) => tell(`rejected: ${e.reason}`));
              const words = (window.wordsSeen = new Set());
              const hear = (e) => {
                if (e.textContent) words.add(e.textContent);
                if (e.value && typeof e.value === 'string') words.add(e.value);
              };
              const WHOLE = 'parley-row, parley-bubble';
              const below = (e) => {
                if (!e.firstElementChild || e.matches(WHOLE)) hear(e);
                else for (const leaf of e.querySelectorAll(`${WHOLE}, :not(:has(*))`)) hear(leaf);
              };
              const changed = new Set();
              const flush = () => {
                for (const e of changed) if (e) below(e);
                changed.clear();
              };
              new MutationObserver((records) => {
                if (changed.size === 0) setTimeout(flush, 50);
                for (const { target, addedNodes } of records) {
                  const e = target.nodeType === 1 ? target : target.parentElement;
                  const whole = e?.closest(WHOLE);
                  if (whole) changed.add(whole);
                  else for (const node of addedNodes) changed.add(node.nodeType === 1 ? node : e ?? document.documentElement);
                }
              }).observe(document, { childList: true, subtree: true, characterData: true });
              window.lookNow = () => below(document.body);
              const SPOKEN = ['alt', 'title', 'aria-label', 'placeholder'];
              window.wordsAt = (selector) => [...document.querySelectorAll(selector)].flatMap((e) =>
                [e.textContent, ...[e, ...e.querySelectorAll('*')].flatMap((one) =>
                  [one.value, ...SPOKEN.map((name) => one.getAttribute(name))])])
                .filter((word) => word && typeof word === 'string');
            })();
            """;

    /** What no page of ours holds, but would if a text had become more than that. */
    private static final String STRANGE = """
            [...document.querySelectorAll(
              '[onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin], [onstart], [srcdoc],'
              + ' [src*="canary"], [href*="canary"], [href^="javascript" i], [src^="javascript" i], [formaction],'
              + ' [src=x], [data=x], iframe, object, embed, applet, math, marquee, bgsound, frameset, portal, base ~ base,'
              + ' body script:not([src]):not([nonce]), meta[http-equiv=refresh], #outlet ~ #outlet, [is], xmp, listing')]
              .map((e) => e.outerHTML.slice(0, 200))""";

    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Page page;

    Watchman(Page page) {
        this.page = page;
        BrowserContext context = page.context();
        context.exposeFunction("tellWatchman", told -> {
            alarms.add(String.valueOf(told[0]));
            return null;
        });
        context.addInitScript(HOOKS);
        context.onRequest(this::left);
        page.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    private void left(Request request) {
        String url = request.url();
        if (url.startsWith("http") && !url.startsWith("http://localhost:")) {
            alarms.add("request: " + url);
        }
    }

    /** Looks at what stands on the page now, and remembers what stood there since it was opened. */
    @SuppressWarnings("unchecked")
    void look() {
        page.evaluate("lookNow()");
        words.addAll(((List<String>) page.evaluate("[...wordsSeen]"))
                .stream().map(Markup::essence).collect(Collectors.toSet()));
        search();
    }

    /** Words that stand where the selector leads to, also those for people who hear a page. */
    @SuppressWarnings("unchecked")
    List<String> wordsAt(String selector) {
        search();
        return (List<String>) page.evaluate("selector => wordsAt(selector)", selector);
    }

    @SuppressWarnings("unchecked")
    private void search() {
        ((List<String>) page.evaluate(STRANGE)).forEach(strange -> alarms.add("element: " + strange));
    }

    /** What was heard so far; nothing, if all is well. */
    List<String> alarms() {
        return List.copyOf(alarms);
    }

    /** How many of these were seen, as words. */
    long seen(List<String> texts) {
        return texts.stream()
                .map(Markup::essence)
                .filter(text -> words.stream().anyMatch(seen -> seen.contains(text)))
                .count();
    }

    void forget() {
        words.clear();
    }
}

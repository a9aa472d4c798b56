package app.parley.attacks;

import app.parley.attacks.Markup.Bunch;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody goes through the pages, with a watchman at their side, and counts how many of the texts are seen where. */
class Walk {

    private static final Path WAYS = Path.of("src", "test", "resources", "attacks", "walk.js");

    private static final double PATIENCE = 10_000;

    final Page page;
    final Watchman watchman;
    final boolean whole;
    private final String address;
    private final Map<String, Long> figures;

    /** @param whole to the end of what is long; else only where it begins */
    Walk(Page page, String address, boolean whole) {
        this.page = page;
        this.address = address;
        this.whole = whole;
        this.figures = new LinkedHashMap<>();
        this.watchman = new Watchman(page);
        page.context().addInitScript(WAYS);
    }

    /** The same walk goes on. */
    Walk(Walk before) {
        this.page = before.page;
        this.address = before.address;
        this.whole = before.whole;
        this.figures = before.figures;
        this.watchman = before.watchman;
    }

    Map<String, Long> figures() {
        return figures;
    }

    void open(String path, String until) {
        watchman.forget();
        page.navigate(address + path);
        page.locator(until).first().waitFor();
    }

    /** What stands there now. */
    void count(String place, String selector) {
        count(place, watchman.wordsAt(selector));
    }

    /** What stands there once it has come. */
    void await(String place, String selector) {
        try {
            page.waitForCondition(
                    () -> Markup.seenIn(watchman.wordsAt(selector)) == Markup.ALL.size(),
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        } catch (TimeoutError e) {
            // What is missing is told by the figure.
        }
        count(place, selector);
    }

    void count(String place, Collection<String> words) {
        figures.put(place, Markup.seenIn(words));
    }

    /** As it was written into a template. */
    void countTemplates(String place, Collection<String> words) {
        figures.put(place, Markup.seenIn(words, Premises::withoutBraces));
    }

    /** What has stood anywhere since the page was opened, with the name of the place behind it. */
    void countBunches(String place, List<Bunch> bunches) {
        figures.put(
                place,
                bunches.stream()
                        .filter(bunch -> watchman.seen(List.of(bunch.text())) == 1)
                        .mapToLong(bunch -> bunch.texts().size())
                        .sum());
    }

    void countTexts(String place, List<String> texts) {
        figures.put(place, watchman.seen(texts));
    }

    /** A way of {@code walk.js}; returns the words it has met, by places. */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> go(String way) {
        Map<String, List<String>> words = (Map<String, List<String>>) page.evaluate("walk." + way);
        watchman.look();
        return Objects.requireNonNull(words);
    }

    /** All pages of a list. */
    void all() {
        if (whole) {
            page.evaluate("walk.all()");
        }
        watchman.look();
    }

    void press(String name) {
        press(page.locator("body"), name);
    }

    /** However far down it stands: what bears all texts at once is longer than a screen. */
    void press(Locator within, String name) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .dispatchEvent("click");
    }

    /** Closes what is open, and waits until it is gone. */
    void leave(String dialog) {
        page.keyboard().press("Escape");
        page.waitForCondition(() -> page.locator(dialog).count() == 0);
    }
}

package app.parley.journeys;

import com.microsoft.playwright.Locator;
import java.util.List;

/** Counts the elements that come and go within a part of a page. Those that stood there before are known. */
final class Watch {

    private static final String BEGIN = """
            part => {
              const seen = { added: 0, removed: 0, created: 0 };
              part.querySelectorAll('*').forEach(element => element.known = true);
              const elements = nodes => [...nodes].filter(node => node.nodeType === Node.ELEMENT_NODE);
              new MutationObserver(changes => changes.forEach(change => {
                seen.added += elements(change.addedNodes).length;
                seen.created += elements(change.addedNodes).filter(element => !element.known).length;
                seen.removed += elements(change.removedNodes).length;
              })).observe(part, { childList: true, subtree: true });
              part.watched = seen;
            }
            """;

    private final Locator part;

    Watch(Locator part) {
        this.part = part;
        part.evaluate(BEGIN);
    }

    int added() {
        return count("added");
    }

    int removed() {
        return count("removed");
    }

    /** Added, and never seen before: not moved. */
    int created() {
        return count("created");
    }

    private int count(String what) {
        return (int) part.evaluate("(part, [what]) => part.watched[what]", List.of(what));
    }
}

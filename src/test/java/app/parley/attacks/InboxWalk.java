package app.parley.attacks;

import app.parley.attacks.Markup.Bunch;
import app.parley.conversations.ConversationId;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Through the inbox: what customers send, how they and colleagues are called, and what agents open to answer them. */
final class InboxWalk extends Walk {

    private static final int FIRST = 12;

    InboxWalk(Walk before) {
        super(before);
    }

    /** @param places what stands behind the texts of messages */
    void gallery(ConversationId gallery, List<String> places) {
        open("/?conversation=" + gallery.value(), "parley-bubble");
        await("draft", "parley-composer vaadin-text-area");
        Map<String, List<String>> words = go("chat(" + whole + ")");
        List<String> all = new ArrayList<>(places);
        all.addAll(List.of("quoted", "edited", "reply"));
        all.forEach(place -> countBunches(place, Markup.bunches(place)));
        countTexts("file", Markup.ALL.stream().map(text -> text + " #file").toList());
        countTexts("name", Markup.ALL.stream().map(text -> text + " #name").toList());
        words.forEach((place, seen) -> count("chat: " + place, seen));
    }

    /** At the number whose name is markup. */
    void templates(ConversationId conversation, Insider insider) {
        open("/?conversation=" + conversation.value(), "parley-bubble");
        go("chat(" + whole + ")");
        countBunches(
                "template",
                Markup.bunches("templatebody", Premises.IN_A_TEMPLATE).stream()
                        .map(bunch -> new Bunch(
                                bunch.texts().stream()
                                        .map(Premises::withoutBraces)
                                        .toList(),
                                bunch.place()))
                        .toList());
        countBunches("parameter", Markup.bunches("parameter", Premises.IN_A_TEMPLATE));
        await("number in a chat's header", ".chat-where");
        await("number that is paused", ".paused-notice");
        insider.type(conversation);
        await("colleague who types", ".composer-typing");
        await("row of who types", "parley-row[typing]");
        ask("Erase");
        page.waitForCondition(() -> page.locator("vaadin-confirm-dialog").count() == 1);
        watchman.look();
        leave("vaadin-confirm-dialog");
        press("Send a template");
        page.locator(".template-list [role=option]").nth(FIRST).waitFor();
        countTemplates("template to choose", watchman.wordsAt(".template-list"));
        countTemplates("preview of a template", previews());
        leave(".template-picker");
        // WhatsApp blocks only whom a session is open with.
        insider.session(conversation, Instant.now().plus(Duration.ofHours(1)));
        open("/?conversation=" + conversation.value(), "parley-bubble");
        ask("Block");
        await("number that is to block", "vaadin-confirm-dialog");
        leave("vaadin-confirm-dialog");
        insider.session(conversation, null);
    }

    private void ask(String what) {
        page.locator(".chat-more").dispatchEvent("click");
        page.locator("vaadin-context-menu-item")
                .filter(new Locator.FilterOptions().setHasText(what))
                .first()
                .dispatchEvent("click");
    }

    @SuppressWarnings("unchecked")
    private List<String> previews() {
        return (List<String>) page.evaluate("walk.templates(" + (whole ? 1000 : FIRST) + ")");
    }

    void rows() {
        open("/", "parley-row");
        go("rows(" + (whole ? 1000 : FIRST) + ")").forEach((place, seen) -> count("customer: " + place, seen));
        watchman.look();
        countTexts("customer: row", Markup.ALL);
    }

    void numbers() {
        page.locator(".number-chosen").click();
        await("number to switch to", "parley-menu");
        page.keyboard().press("Escape");
        page.locator(".begin").click();
        page.locator(".begin-dialog vaadin-select, vaadin-dialog vaadin-select")
                .first()
                .click();
        await("number to begin from", "vaadin-select-item");
        page.keyboard().press("Escape");
    }
}

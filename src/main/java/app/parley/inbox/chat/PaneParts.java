package app.parley.inbox.chat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pane of messages is made of, and the words that its drawing needs (modules/words.js). */
final class PaneParts {

    private PaneParts() {}

    static Element list() {
        return new Element("div").setAttribute("role", "list").setAttribute("class", "messages-list");
    }

    static Element scroller(Element list, Component words) {
        return new Element("div")
                .setAttribute("class", "messages-scroller")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.getTranslation("chat.messages"))
                .setAttribute("tabindex", "0")
                .appendChild(list);
    }

    static Element pill(String direction) {
        return button("unread-pill " + direction);
    }

    static Element toEnd(Component words) {
        return button("to-end").setAttribute("aria-label", words.getTranslation("chat.to-end"));
    }

    static Element announcer() {
        return new Element("div").setAttribute("class", "visually-hidden").setAttribute("aria-live", "polite");
    }

    static String words(Component words) {
        Map<String, String> all = Stream.of(
                        "show-more",
                        "show-less",
                        "open-picture",
                        "download",
                        "close",
                        "play",
                        "pause",
                        "position",
                        "speed",
                        "try-again",
                        "go-to-quoted",
                        "open-map",
                        "save-contact",
                        "start-chat",
                        "open-link",
                        "unplayable",
                        "actions",
                        "reply",
                        "copy",
                        "react",
                        "react-with",
                        "unreact")
                .collect(Collectors.toMap(word -> word, word -> words.getTranslation("chat.word." + word)));
        return String.valueOf(JsonAttribute.json(all));
    }

    private static Element button(String name) {
        return new Element("button")
                .setAttribute("type", "button")
                .setAttribute("class", name)
                .setAttribute("hidden", "");
    }
}

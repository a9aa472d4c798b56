package app.parley.inbox.chat;

import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Which colleagues are writing in this conversation. */
class TypingLine extends Span {

    TypingLine() {
        addClassName("composer-typing");
        getElement().setAttribute("role", "status");
    }

    /** @param names first names; the same agent in two tabs counts once */
    void show(List<String> names) {
        String words = words(names.stream().distinct().toList());
        if (!words.equals(getText())) {
            setText(words);
        }
    }

    private String words(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> getTranslation("chat.typing.one", names.getFirst());
            case 2 -> getTranslation("chat.typing.two", names.getFirst(), names.getLast());
            default -> getTranslation("chat.typing.more", names.getFirst(), names.size() - 1);
        };
    }
}

package app.parley.inbox.chat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What the right column says while no conversation is open. */
class EmptyChat extends Div {

    private final Paragraph hint = new Paragraph();

    EmptyChat() {
        addClassName("chat-empty");
        Div mark = new Div();
        mark.addClassName("chat-empty-mark");
        add(mark, new H2(getTranslation("chat.empty")), hint);
    }

    void show(int unseen) {
        String words = unseen == 0
                ? getTranslation("chat.empty.all-read")
                : getTranslation(unseen == 1 ? "chat.empty.one-waits" : "chat.empty.waiting", unseen);
        if (!words.equals(hint.getText())) {
            hint.setText(words);
        }
    }
}

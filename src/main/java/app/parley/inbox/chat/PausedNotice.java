package app.parley.inbox.chat;

import app.parley.conversations.ChatHeader;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;

/** Above the reply box while nothing is sent from the number: what is written waits, and who can mend it. */
class PausedNotice extends Paragraph {

    /** Meta's codes that the bundle has a sentence for. */
    private static final Set<Integer> EXPLAINED = Set.of(0, 33, 190, 368, 131031, 131042, 131045, 133010);

    PausedNotice() {
        addClassName("paused-notice");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(ChatHeader header) {
        setVisible(header.paused());
        if (header.paused()) {
            setText(words(header));
        }
    }

    private String words(ChatHeader header) {
        Integer code = header.pausedBecause();
        if (code == null) {
            return getTranslation("chat.paused", header.numberName());
        }
        return EXPLAINED.contains(code)
                ? getTranslation("chat.paused-because." + code, header.numberName())
                : getTranslation("chat.paused-because", header.numberName(), code);
    }
}

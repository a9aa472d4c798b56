package app.parley.inbox.chat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Stands where the reply box was, and says why it is gone. */
class LockNotice extends Paragraph {

    private final Span what = new Span();
    private final Span why = new Span();

    LockNotice() {
        addClassName("lock-notice");
        what.addClassName("lock-what");
        add(what, why);
    }

    void show(ReplyLock lock, String customer) {
        getElement().setAttribute("hidden", lock == ReplyLock.OPEN);
        if (lock != ReplyLock.OPEN) {
            what.setText(getTranslation("chat.locked." + lock));
            why.setText(getTranslation("chat.locked-because." + lock, customer));
        }
    }
}

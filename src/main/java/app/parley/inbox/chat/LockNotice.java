package app.parley.inbox.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Stands where the reply box was, says why it is gone, and offers what WhatsApp still takes. */
class LockNotice extends Div {

    private final Span what = new Span();
    private final Span why = new Span();
    private final Button template = new Button(getTranslation("chat.template"));

    LockNotice() {
        addClassName("lock-notice");
        what.addClassName("lock-what");
        template.addClassName("lock-template");
        add(new Paragraph(what, why), template);
    }

    void onTemplate(Runnable handler) {
        template.addClickListener(click -> handler.run());
    }

    void show(ReplyLock lock, String customer) {
        getElement().setAttribute("hidden", lock == ReplyLock.OPEN);
        if (lock != ReplyLock.OPEN) {
            what.setText(getTranslation("chat.locked." + lock));
            why.setText(getTranslation("chat.locked-because." + lock, customer));
            template.setVisible(lock.takesTemplates());
        }
    }
}

package app.parley.shell;

import com.vaadin.flow.component.html.Span;

/** How many messages nobody has seen yet; absent at none, {@code 999+} where there is no room for more. */
final class Badge extends Span {

    private static final int MOST = 999;

    Badge() {
        setClassName("badge");
        show(0);
    }

    void show(int unseen) {
        setVisible(unseen > 0);
        setText(unseen > MOST ? MOST + "+" : String.valueOf(unseen));
        getElement().setAttribute("aria-label", getTranslation("menu.unread", String.valueOf(unseen)));
    }
}

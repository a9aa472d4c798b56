package app.parley.shell;

import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;

/** How many messages nobody has seen yet; absent at none, {@code 99+} on the rail and the phone, where room is short. */
final class UnseenBadge extends Span {

    private static final int MOST_IN_SHORT = 99;

    private final Span whole = new Span();
    private final Span shortly = new Span();

    UnseenBadge() {
        setClassName("badge");
        whole.setClassName("badge-whole");
        shortly.setClassName("badge-short");
        add(whole, shortly);
        show(0);
    }

    void show(int unseen) {
        String number = NumberFormat.getIntegerInstance(getLocale()).format(unseen);
        setVisible(unseen > 0);
        whole.setText(number);
        shortly.setText(unseen > MOST_IN_SHORT ? MOST_IN_SHORT + "+" : number);
        getElement().setAttribute("aria-label", getTranslation("menu.unread", number));
    }
}

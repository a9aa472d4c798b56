package app.parley.shell;

import com.vaadin.flow.component.html.Span;

/** How many things an admin should look at now, on the way to where they stand; absent at none. */
final class AlarmBadge extends Span {

    private final Span count = new Span();

    AlarmBadge() {
        setClassName("alarm");
        count.setClassName("alarm-count");
        // Spoken when it comes on while somebody works elsewhere.
        getElement().setAttribute("role", "status");
        add(count);
    }

    void show(int alarms) {
        setClassName("on", alarms > 0);
        count.setText(alarms == 0 ? "" : getTranslation("menu.alarms", alarms));
        if (alarms == 0) {
            getElement().removeAttribute("title");
        } else {
            getElement().setAttribute("title", getTranslation("menu.alarms", alarms));
        }
    }
}

package app.parley.inbox.chat;

import com.vaadin.flow.component.notification.Notification;

/** Says in passing what came of something. Stands where neither the reply box nor a bar of tools is. */
final class Toast {

    private static final int LONG_ENOUGH_TO_READ_MILLIS = 6000;

    private Toast() {}

    static Notification say(String words) {
        return Notification.show(words, LONG_ENOUGH_TO_READ_MILLIS, Notification.Position.TOP_END);
    }
}

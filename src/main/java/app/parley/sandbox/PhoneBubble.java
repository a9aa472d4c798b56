package app.parley.sandbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One message on a phone; patched in place when its ticks or its reaction change. */
final class PhoneBubble extends Div {

    private static final Set<String> NAMED = Set.of(
            "image",
            "video",
            "audio",
            "document",
            "sticker",
            "location",
            "contacts",
            "order",
            "unsupported",
            PhoneMessage.DELETED);

    /** They look like a text. */
    private static final Set<String> SAID = Set.of("text", "button", "interactive", "template");

    private final Span text = new Span();
    private final Span ticks = new Span();
    private final Span reaction = new Span();
    private transient @Nullable PhoneMessage shown;

    /** @param tap told which of the replies below a template was tapped */
    PhoneBubble(PhoneMessage message, ZoneId zone, Consumer<String> tap) {
        addClassNames("phone-bubble", message.fromCustomer() ? "own" : "theirs");
        text.setClassName("phone-text");
        text.getElement().setAttribute("dir", "auto");
        Span time = new Span(timeOf(message, zone));
        Span meta = new Span(time);
        meta.setClassName("phone-meta");
        if (message.fromCustomer()) {
            meta.add(ticks);
        }
        reaction.setClassName("phone-reaction");
        add(text, meta, reaction);
        message.replies().forEach(reply -> add(reply(reply, tap)));
        show(message);
    }

    private Button reply(String reply, Consumer<String> tap) {
        Button button = new Button(reply, click -> tap.accept(reply));
        button.setAriaLabel(getTranslation("sandbox.template.tap", reply));
        button.addClassName("phone-reply");
        return button;
    }

    void show(PhoneMessage message) {
        if (message.equals(shown)) {
            return;
        }
        shown = message;
        text.setText(words(message));
        String key = switch (message.ticks()) {
            case SENDING -> "sending";
            case DELIVERED -> "delivered";
            case READ -> "read";
        };
        ticks.setClassName("phone-ticks " + key);
        ticks.setText(message.ticks() == Ticks.SENDING ? "✓" : "✓✓");
        ticks.getElement().setAttribute("role", "img");
        ticks.getElement().setAttribute("aria-label", getTranslation("sandbox.ticks." + key));
        reaction.setText(message.reaction());
        reaction.setVisible(!message.reaction().isEmpty());
    }

    private String words(PhoneMessage message) {
        if (SAID.contains(message.type()) && !message.text().isEmpty()) {
            return message.text();
        }
        String kind = getTranslation("sandbox.kind." + (NAMED.contains(message.type()) ? message.type() : "other"));
        return message.text().isEmpty() ? kind : kind + "\n" + message.text();
    }

    private String timeOf(PhoneMessage message, ZoneId zone) {
        ZonedDateTime at = message.at().atZone(zone);
        boolean today = at.toLocalDate().equals(LocalDate.now(zone));
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "d MMM HH:mm", getLocale())
                .format(at);
    }
}

package app.parley.inbox;

import app.parley.conversations.NumberCount;
import app.parley.numbers.NumberId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;

/** A number as the switcher shows it: avatar, name, phone and unseen messages. */
final class NumberLabel extends Span {

    private static final NumberId NONE = new NumberId(0);

    private final Span avatar = new Span();
    private final Span name = new Span();
    private final Span phone = new Span();
    private final Span unseen = new Span();

    NumberLabel() {
        addClassName("number");
        avatar.addClassNames("avatar", "small");
        avatar.getElement().setAttribute("aria-hidden", "true");
        name.addClassName("number-name");
        name.getElement().setAttribute("dir", "auto");
        phone.addClassName("number-phone");
        unseen.addClassName("badge");
        add(avatar, name, phone, unseen);
    }

    void show(NumberCount number) {
        text(avatar, Avatar.initials(number.name()));
        avatar.getElement().setAttribute("hue", String.valueOf(Avatar.hue(number.name())));
        text(name, number.name());
        text(phone, number.displayPhone());
        text(
                unseen,
                number.unseen() == 0
                        ? ""
                        : NumberFormat.getIntegerInstance(getLocale()).format(number.unseen()));
    }

    /** All numbers, shown as if they were one. */
    static NumberCount all(Component screen, List<NumberCount> numbers) {
        return new NumberCount(
                NONE,
                "",
                screen.getTranslation("inbox.number.all"),
                screen.getTranslation("inbox.number.count", numbers.size()),
                numbers.stream().mapToInt(NumberCount::unseen).sum());
    }

    private static void text(Span span, String text) {
        if (!span.getText().equals(text)) {
            span.setText(text);
        }
    }
}

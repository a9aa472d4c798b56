package app.parley.inbox;

import app.parley.conversations.NumberCount;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses whose conversations are listed: one number's or everybody's, each with its unseen messages, live. */
@JsModule("context://modules/menu.js")
final class NumberSwitcher extends Div {

    private final NativeButton button = new NativeButton();
    private final NumberLabel label = new NumberLabel();
    private final Popover menu = new Popover();
    private final Element items = new Element("parley-menu");
    private final Consumer<@Nullable String> choose;
    private List<NumberCount> shown = List.of();
    private @Nullable String chosen;

    /** @param choose told the {@code phone_number_id} chosen, null for all numbers */
    NumberSwitcher(Consumer<@Nullable String> choose) {
        this.choose = choose;
        addClassName("number-switcher");
        button.addClassName("number-chosen");
        button.add(label);
        items.setAttribute("role", "menu");
        items.setAttribute("aria-label", getTranslation("inbox.number"));
        menu.setTarget(button);
        menu.setPosition(PopoverPosition.BOTTOM_START);
        menu.setAriaLabel(getTranslation("inbox.number"));
        menu.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                focusChosen();
            }
        });
        menu.getElement().getClassList().add("number-menu");
        menu.getElement().appendChild(items);
        add(button, menu);
    }

    void show(List<NumberCount> numbers, @Nullable String phoneNumberId) {
        boolean sameItems = ids(numbers).equals(ids(shown)) && items.getChildCount() > 0;
        shown = numbers;
        chosen = phoneNumberId;
        if (!sameItems) {
            rebuild();
        }
        NumberCount all = NumberLabel.all(this, numbers);
        NumberCount current = numbers.stream()
                .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                .findFirst()
                .orElse(all);
        label.show(current);
        button.setAriaLabel(getTranslation("inbox.number.chosen", current.name(), current.unseen()));
        for (int i = 0; i < items.getChildCount(); i++) {
            show(items.getChild(i), i == 0 ? all : numbers.get(i - 1), current);
        }
    }

    private void show(Element element, NumberCount number, NumberCount current) {
        Item item = (Item) element.getComponent().orElseThrow();
        item.label.show(number);
        element.setAttribute("aria-checked", String.valueOf(number.equals(current)));
    }

    private void rebuild() {
        items.removeAllChildren();
        items.appendChild(new Item(null).getElement());
        shown.forEach(number -> items.appendChild(new Item(number.phoneNumberId()).getElement()));
    }

    private void focusChosen() {
        items.getChildren()
                .filter(item -> "true".equals(item.getAttribute("aria-checked")))
                .findFirst()
                .flatMap(Element::getComponent)
                .ifPresent(item -> ((Item) item).focus());
    }

    private static List<String> ids(List<NumberCount> numbers) {
        return numbers.stream().map(NumberCount::phoneNumberId).toList();
    }

    private final class Item extends NativeButton {

        private final NumberLabel label = new NumberLabel();

        private Item(@Nullable String phoneNumberId) {
            add(label);
            getElement().setAttribute("role", "menuitemradio");
            addClickListener(click -> {
                menu.close();
                if (!Objects.equals(phoneNumberId, chosen)) {
                    choose.accept(phoneNumberId);
                }
            });
        }
    }
}

package app.parley.admin.billing;

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

/**
 * A button that says what is chosen, and opens a menu to choose something else.
 *
 * @param <T> what there is to choose from
 */
@JsModule("context://modules/menu.js")
final class ChoiceButton<T extends @Nullable Object> extends Div {

    private final String label;
    private final transient Consumer<T> choose;
    private final NativeButton button = new NativeButton();
    private final Popover menu = new Popover();
    private final Element items = new Element("parley-menu");

    /** One of the menu's lines. */
    record Choice<T extends @Nullable Object>(T value, String words) {}

    /** @param choose told what was chosen that was not chosen before */
    ChoiceButton(String label, Consumer<T> choose) {
        this.label = label;
        this.choose = choose;
        setClassName("pick");
        button.setClassName("pick-button");
        items.setAttribute("role", "menu");
        items.setAttribute("aria-label", label);
        menu.setTarget(button);
        menu.setPosition(PopoverPosition.BOTTOM_START);
        menu.setAriaLabel(label);
        menu.getElement().getClassList().add("pick-menu");
        menu.getElement().appendChild(items);
        menu.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                items.executeJs("this.querySelector('[aria-checked=true]')?.focus()");
            }
        });
        add(button, menu);
    }

    void show(List<Choice<T>> choices, T chosen) {
        items.removeAllChildren();
        for (Choice<T> choice : choices) {
            boolean isChosen = Objects.equals(choice.value(), chosen);
            items.appendChild(item(choice, isChosen).getElement());
            if (isChosen) {
                button.setText(choice.words());
                button.setAriaLabel(label + ": " + choice.words());
            }
        }
    }

    private NativeButton item(Choice<T> choice, boolean isChosen) {
        NativeButton item = new NativeButton(choice.words(), click -> {
            menu.close();
            if (!isChosen) {
                choose.accept(choice.value());
            }
        });
        item.getElement().setAttribute("role", "menuitemradio").setAttribute("aria-checked", String.valueOf(isChosen));
        return item;
    }
}

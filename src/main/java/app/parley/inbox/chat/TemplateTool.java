package app.parley.inbox.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import org.jspecify.annotations.Nullable;

/** Offers a template while free text could be sent too: a button where there is room, else an item of the menu. */
final class TemplateTool extends Button {

    private Runnable pressed = () -> {};
    private @Nullable MenuItem item;

    TemplateTool() {
        setText(getTranslation("chat.template.tool"));
        addClassName("chat-tool");
        addClickListener(click -> pressed.run());
    }

    void addTo(ContextMenu menu) {
        item = menu.addItem(getTranslation("chat.template.tool"), click -> pressed.run());
        item.addClassNames("chat-tool-item");
    }

    void onPressed(Runnable handler) {
        pressed = handler;
    }

    void offer(boolean offered) {
        if (getElement().hasAttribute("hidden") == offered) {
            getElement().setAttribute("hidden", !offered);
        }
        if (item != null) {
            item.setVisible(offered);
        }
    }
}

package app.parley.inbox.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;

/**
 * Opens the menu of what can be sent besides words. Picking files and recording are the browser's (modules/attach.js);
 * places and people are asked for in dialogs.
 */
@JsModule("context://modules/menu.js")
@JsModule("context://modules/attach.js")
class AttachButton extends Button {

    private final Popover menu = new Popover();
    private final Element items = new Element("parley-menu");

    AttachButton() {
        setText("📎");
        setAriaLabel(getTranslation("chat.attach"));
        addClassName("composer-tool");
        items.setAttribute("role", "menu").setAttribute("aria-label", getTranslation("chat.attach"));
        inBrowser("media");
        inBrowser("document");
        inBrowser("voice");
        menu.setTarget(this);
        menu.setPosition(PopoverPosition.TOP_START);
        menu.setAriaLabel(getTranslation("chat.attach"));
        menu.getElement().getClassList().add("attach-menu");
        Element note = new Element("p").setText(getTranslation("chat.attach.no-voice"));
        note.setAttribute("class", "attach-note");
        menu.getElement().appendChild(new Element("parley-attach").appendChild(items, note));
    }

    Popover menu() {
        return menu;
    }

    /** One more entry, at the end. */
    void add(String sign, String text, Runnable action) {
        NativeButton item = item(sign, text);
        item.addClickListener(click -> {
            menu.close();
            action.run();
        });
    }

    private void inBrowser(String what) {
        item(getTranslation("chat.attach." + what + ".sign"), getTranslation("chat.attach." + what))
                .getElement()
                .setAttribute("data-attach", what);
    }

    private NativeButton item(String sign, String text) {
        NativeButton item = new NativeButton();
        item.getElement().setAttribute("type", "button").setAttribute("role", "menuitem");
        Element drawn = new Element("span").setText(sign).setAttribute("aria-hidden", "true");
        drawn.setAttribute("class", "attach-sign");
        item.getElement().appendChild(drawn, new Element("span").setText(text));
        items.appendChild(item.getElement());
        return item;
    }
}

package app.parley.inbox.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;

/** Opens a small choice of emoji, which the browser draws and puts at the caret (modules/emoji.js). */
@JsModule("context://modules/emoji.js")
class EmojiButton extends Button {

    EmojiButton() {
        setText("🙂");
        setAriaLabel(getTranslation("chat.emoji"));
        addClassName("composer-tool");
    }

    Popover choice() {
        Popover popover = new Popover();
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(getTranslation("chat.emoji"));
        popover.getElement()
                .appendChild(new Element("parley-emoji").setAttribute("groups", getTranslation("chat.emoji-groups")));
        return popover;
    }
}

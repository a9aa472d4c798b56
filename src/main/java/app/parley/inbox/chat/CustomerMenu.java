package app.parley.inbox.chat;

import app.parley.conversations.ConversationId;
import app.parley.inbox.PlainName;
import app.parley.privacy.Erasures;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Supplier;

/** What admins can do for the customer of the open conversation: hand out all that is kept of them, or erase it. */
final class CustomerMenu {

    private final Erasures erasures;
    private final AgentId admin;
    private final Supplier<Optional<ConversationId>> open;
    private final Runnable leave;

    /** @param leave once there is nothing left to show */
    CustomerMenu(Erasures erasures, AgentId admin, Supplier<Optional<ConversationId>> open, Runnable leave) {
        this.erasures = erasures;
        this.admin = admin;
        this.open = open;
        this.leave = leave;
    }

    /** @param name what the customer is called right now */
    void addTo(ContextMenu menu, Supplier<String> name) {
        menu.addComponent(new Hr());
        menu.addItem(I18NProvider.translate("chat.export"), click -> open.get().ifPresent(CustomerMenu::export));
        menu.addItem(
                I18NProvider.translate("chat.erase"),
                click -> open.get().ifPresent(conversation -> ask(conversation, name.get())));
    }

    /** By a link that says it is a download: the page stays, and what keeps it live is not cut. */
    private static void export(ConversationId conversation) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const link = document.createElement('a'); link.href = $0; link.download = ''; link.click();",
                        "conversations/" + conversation.value() + "/export");
    }

    /** Not by a slip of the hand: the button waits for the tick. */
    private void ask(ConversationId conversation, String name) {
        String plain = PlainName.of(name);
        Button erase = new Button(I18NProvider.translate("chat.erase.yes"));
        erase.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        erase.setEnabled(false);
        Checkbox known = new Checkbox(I18NProvider.translate("chat.erase.known"));
        known.addValueChangeListener(change -> erase.setEnabled(change.getValue()));
        ConfirmDialog sure = new ConfirmDialog();
        sure.setHeader(I18NProvider.translate("chat.erase.sure", plain));
        sure.setText(new Div(new Paragraph(I18NProvider.translate("chat.erase.meaning", plain)), known));
        sure.setConfirmButton(erase);
        sure.addConfirmListener(confirm -> erase(conversation, plain));
        sure.setCancelable(true);
        sure.setCancelText(I18NProvider.translate("chat.erase.not"));
        sure.open();
    }

    private void erase(ConversationId conversation, String name) {
        boolean erased = erasures.erase(admin, conversation);
        leave.run();
        if (erased) {
            Toast.say(I18NProvider.translate("chat.erase.done", name));
        }
    }
}

package app.parley.inbox.chat;

import app.parley.conversations.Content;
import app.parley.conversations.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks for something that is sent from the dialog itself, once however often it is pressed. */
abstract class SendDialog extends Dialog {

    private final Paragraph problem = new Paragraph();
    private final String key = UUID.randomUUID().toString();
    private final BiFunction<Content, String, @Nullable Refusal> send;

    /**
     * @param send given what is to be sent, and the key of this press
     * @param what names the words of its title
     */
    SendDialog(BiFunction<Content, String, @Nullable Refusal> send, String what) {
        this.send = send;
        setHeaderTitle(getTranslation("chat." + what + ".title"));
        addClassName("send-dialog");
        problem.addClassName("composer-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Button cancel = new Button(getTranslation("chat.attach.cancel"), click -> close());
        Button sendButton = new Button(getTranslation("chat.send"), click -> trySending());
        sendButton.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, sendButton);
    }

    /** Below what the dialog asks for. */
    void ask(Component... fields) {
        add(fields);
        add(problem);
    }

    /** Empty when something is missing; the fields say what. */
    abstract Optional<Content> content();

    void trySending() {
        content().ifPresent(content -> {
            Refusal refusal = send.apply(content, key);
            if (refusal == null) {
                close();
            } else {
                problem.setText(getTranslation("chat.refused." + refusal));
                problem.setVisible(true);
            }
        });
    }
}

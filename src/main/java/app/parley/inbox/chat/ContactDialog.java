package app.parley.inbox.chat;

import app.parley.cloudapi.OutboundContent;
import app.parley.conversations.Content;
import app.parley.conversations.MessageKind;
import app.parley.conversations.Refusal;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's card: a name and a phone number. */
final class ContactDialog extends SendDialog {

    private static final int LONGEST_NAME = 120;
    private static final Pattern SIGNS = Pattern.compile("[\\s().\\-/]+");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|00)[1-9]\\d{6,14}");

    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final Checkbox onWhatsApp = new Checkbox();

    ContactDialog(BiFunction<Content, String, @Nullable Refusal> send) {
        super(send, "contact");
        name.setLabel(getTranslation("chat.contact.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setErrorMessage(getTranslation("chat.contact.name.missing"));
        phone.setLabel(getTranslation("chat.contact.phone"));
        phone.setHelperText(getTranslation("chat.contact.phone.help"));
        phone.setRequiredIndicatorVisible(true);
        phone.setErrorMessage(getTranslation("chat.contact.phone.wrong"));
        onWhatsApp.setLabel(getTranslation("chat.contact.on-whatsapp"));
        onWhatsApp.setValue(true);
        ask(name, phone, onWhatsApp);
    }

    @Override
    Optional<Content> content() {
        String called = name.getValue().strip();
        String digits = SIGNS.matcher(phone.getValue()).replaceAll("");
        name.setInvalid(called.isEmpty());
        phone.setInvalid(!NUMBER.matcher(digits).matches());
        if (name.isInvalid() || phone.isInvalid()) {
            (name.isInvalid() ? name : phone).focus();
            return Optional.empty();
        }
        String waId = digits.startsWith("+") ? digits.substring(1) : digits.substring(2);
        return Optional.of(new Content.Card(
                MessageKind.CONTACTS,
                called,
                OutboundContent.contact(called, "+" + waId, onWhatsApp.getValue() ? waId : null)));
    }
}

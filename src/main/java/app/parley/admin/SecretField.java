package app.parley.admin;

import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** A field for what nobody beside the reader should see; its button to show it is named in their language. */
final class SecretField extends PasswordField {

    SecretField(String label) {
        super(label);
        getElement().setPropertyMap("i18n", Map.of("reveal", getTranslation("password.reveal")));
    }
}

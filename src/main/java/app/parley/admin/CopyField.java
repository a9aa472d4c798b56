package app.parley.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** A text to be carried elsewhere, and a button that copies it. */
final class CopyField extends Div {

    private final TextField text = new TextField();

    CopyField(String label, String value) {
        setClassName("copy-field");
        text.setLabel(label);
        text.setReadOnly(true);
        text.setValue(value);
        Button copy = new Button(getTranslation("numbers.copy"));
        copy.setAriaLabel(getTranslation("numbers.copy.of", label));
        // Where there is no clipboard (plain http), the text is selected, to be copied by hand.
        copy.addClickListener(click -> text.getElement()
                .executeJs("const all = () => this.inputElement.select();"
                        + " navigator.clipboard ? navigator.clipboard.writeText(this.value).catch(all) : all();"));
        add(text, copy);
    }

    void setValue(String value) {
        text.setValue(value);
    }

    String value() {
        return text.getValue();
    }
}

package app.parley.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Pre;

/** A body as it is kept, to be read and copied. It is text and nothing else, whatever it holds. */
final class BodyDialog extends Dialog {

    BodyDialog(String received, String body) {
        setHeaderTitle(getTranslation("journal.body", received));
        addClassName("journal-body");
        Pre text = new Pre();
        text.setText(body);
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("journal.body.label"));
        Button copy = new Button(getTranslation("journal.body.copy"));
        // Where there is no clipboard (plain http), the text is selected, to be copied by hand.
        copy.addClickListener(
                click -> text.getElement()
                        .executeJs(
                                "const all = () => getSelection().selectAllChildren(this);"
                                        + " navigator.clipboard ? navigator.clipboard.writeText(this.textContent).catch(all) : all();"));
        add(text);
        getFooter().add(copy, new Button(getTranslation("journal.body.close"), click -> close()));
    }
}

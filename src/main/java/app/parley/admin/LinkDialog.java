package app.parley.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** The link by which somebody chooses a password, to be handed to them; it is shown this once. */
final class LinkDialog extends Dialog {

    LinkDialog(String name, String token) {
        setHeaderTitle(getTranslation("team.link.title", name));
        addClassName("member-link");
        TextField link = new TextField(getTranslation("team.link"));
        link.setReadOnly(true);
        link.setWidthFull();
        // Only the browser knows under which address it found us.
        link.getElement().executeJs("this.value = new URL('join/' + $0, document.baseURI).href", token);
        Button copy = new Button(getTranslation("team.link.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(click -> link.getElement()
                .executeJs("const all = () => this.inputElement.select();"
                        + " navigator.clipboard ? navigator.clipboard.writeText(this.value).catch(all) : all();"));
        add(new Paragraph(getTranslation("team.link.intro", name)), link);
        getFooter().add(new Button(getTranslation("team.close"), click -> close()), copy);
    }
}

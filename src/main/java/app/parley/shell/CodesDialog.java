package app.parley.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;

/** Recovery codes, shown this once: to be written down, or printed. */
final class CodesDialog extends Dialog {

    CodesDialog(List<String> codes) {
        setHeaderTitle(getTranslation("codes.title"));
        addClassName("codes-dialog");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Pre list = new Pre(String.join("\n", codes));
        list.setClassName("recovery-codes");
        list.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", getTranslation("codes.title"));
        add(new Paragraph(getTranslation("codes.meaning")), list);
        getFooter().add(new Button(getTranslation("codes.done"), click -> close()));
    }
}

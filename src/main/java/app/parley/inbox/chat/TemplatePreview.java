package app.parley.inbox.chat;

import app.parley.cloudapi.FilledTemplate;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the customer will get, drawn as the bubble that it will be. */
final class TemplatePreview extends Div {

    private final Element bubble = new Element("parley-bubble");

    TemplatePreview(Clock clock) {
        addClassName("template-preview");
        Span label = new Span(getTranslation("template.preview"));
        label.addClassName("template-label");
        Div canvas = new Div();
        canvas.addClassName("template-canvas");
        bubble.setAttribute("direction", "out").setAttribute("at", String.valueOf(clock.millis()));
        canvas.getElement().appendChild(bubble);
        add(label, canvas);
    }

    /** @param file the name of what will stand above the words; null while it is not chosen yet */
    void show(FilledTemplate filled, @Nullable String file) {
        set("text", filled.words());
        set("template", JsonAttribute.json(TemplateView.of(filled.frame(), this)));
        set(
                "kind-label",
                filled.form().fileType().map(type -> fileWords(type, file)).orElse(null));
    }

    private String fileWords(String type, @Nullable String file) {
        String kind = getTranslation("template.file." + type);
        return file == null ? kind : kind + ": " + file;
    }

    private void set(String attribute, @Nullable String value) {
        if (value == null) {
            bubble.removeAttribute(attribute);
        } else {
            bubble.setAttribute(attribute, value);
        }
    }
}

package app.parley.shell;

import com.vaadin.flow.component.html.Span;

/** The mark and the name. */
final class Brand extends Span {

    Brand() {
        Span mark = new Span();
        mark.setClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span("Parley");
        name.setClassName("brand-name");
        setClassName("brand");
        add(mark, name);
    }
}

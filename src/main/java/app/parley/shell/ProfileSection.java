package app.parley.shell;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;

/** A part of one's account, with its heading and a line that says what came of the last click. */
abstract class ProfileSection extends Section {

    private final Span outcome = new Span();

    ProfileSection(String key) {
        addClassNames("health-block", "profile-section");
        outcome.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("profile." + key)));
    }

    final Paragraph words(String key, Object... parameters) {
        Paragraph words = new Paragraph(getTranslation(key, parameters));
        words.setClassName("health-words");
        return words;
    }

    final Span outcome() {
        return outcome;
    }

    final void tell(String key, boolean good, Object... parameters) {
        outcome.setText(getTranslation(key, parameters));
        outcome.setClassName(good ? "number-saved" : "profile-wrong");
    }

    /** From where this is asked. */
    static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : request.getRemoteAddr();
    }
}

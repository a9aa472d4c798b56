package app.parley.admin.billing;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One thing to settle: its heading, what it is about, and below that what came of the last change. */
abstract class SettingsSection extends Section {

    private final Span outcome = new Span();

    SettingsSection(String key) {
        setClassName("settings-section");
        H2 heading = new H2(getTranslation("settings." + key));
        heading.setId("settings-" + key);
        getElement().setAttribute("aria-labelledby", "settings-" + key);
        Paragraph lead = new Paragraph(getTranslation("settings." + key + ".lead"));
        lead.setClassName("settings-lead");
        outcome.setClassName("settings-outcome");
        outcome.getElement().setAttribute("role", "status");
        add(heading, lead);
    }

    /** Where it is told; spoken, too. */
    Span outcome() {
        return outcome;
    }

    void tell(String key, Object... parameters) {
        outcome.removeClassName("refused");
        outcome.setText(getTranslation(key, parameters));
    }

    void refuse(String key, Object... parameters) {
        outcome.addClassName("refused");
        outcome.setText(getTranslation(key, parameters));
    }
}

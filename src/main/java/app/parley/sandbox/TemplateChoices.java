package app.parley.sandbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import tools.jackson.databind.node.ObjectNode;

/** What WhatsApp says of each template, to be changed at will. */
final class TemplateChoices extends Div {

    private final transient TemplateActions actions;
    private final Select<String> template = new Select<>();
    private final Select<String> status = new Select<>();
    private boolean showing;

    TemplateChoices(TemplateActions actions) {
        this.actions = actions;
        setClassName("sandbox-fate");
        template.setLabel(getTranslation("sandbox.template.which"));
        template.setItems(actions.all().stream().map(TemplateChoices::name).toList());
        status.setLabel(getTranslation("sandbox.template.status"));
        status.setItems(TemplateActions.STATUSES);
        template.addValueChangeListener(change -> show());
        status.addValueChangeListener(change -> decide());
        actions.all().stream().findFirst().map(TemplateChoices::name).ifPresent(template::setValue);
        add(template, status);
    }

    private void show() {
        showing = true;
        chosen(template.getValue());
        showing = false;
    }

    private void chosen(String name) {
        actions.all().stream()
                .filter(it -> name(it).equals(name))
                .findFirst()
                .ifPresent(it -> status.setValue(TemplateStore.word(it, "status")));
    }

    private void decide() {
        if (!showing && status.getValue() != null) {
            actions.all().stream()
                    .filter(it -> name(it).equals(template.getValue()))
                    .findFirst()
                    .ifPresent(it -> actions.decides(it, status.getValue()));
        }
    }

    private static String name(ObjectNode template) {
        return TemplateStore.word(template, "name") + " · " + TemplateStore.word(template, "language");
    }
}

package app.parley.inbox.chat;

import app.parley.cloudapi.FilledTemplate;
import app.parley.cloudapi.TemplateFlaw;
import app.parley.cloudapi.TemplateForm;
import app.parley.cloudapi.TemplateSlot;
import app.parley.conversations.Content;
import app.parley.conversations.TemplateChoice;
import app.parley.numbers.ApprovedTemplate;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field for everything that is to be filled in, with Meta's examples in it. */
final class TemplateFields extends Div {

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final ApprovedTemplate template;
    private final @Nullable TemplateFile file;

    /** @param changed told that there is something else to preview */
    TemplateFields(ApprovedTemplate template, @Nullable TemplateFile file, Runnable changed) {
        this.template = template;
        this.file = file;
        addClassName("template-fields");
        if (file != null) {
            add(file);
        }
        template.form().slots().forEach(slot -> add(field(slot, changed)));
    }

    private TextField field(TemplateSlot slot, Runnable changed) {
        TextField field = new TextField(label(slot));
        if (slot.example() != null && !slot.example().isBlank()) {
            field.setPlaceholder(getTranslation("template.example", slot.example()));
        }
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addValueChangeListener(change -> {
            if (field.isInvalid()) {
                show(field, filled().flaws().get(slot.key()));
            }
            changed.run();
        });
        fields.put(slot.key(), field);
        return field;
    }

    private String label(TemplateSlot slot) {
        String name = slot.isNamed() ? TemplateNames.readable(slot.name()) : slot.name();
        return switch (slot.place()) {
            case HEADER -> getTranslation("template.slot.header", name);
            case BODY -> slot.isNamed() ? name : getTranslation("template.slot.body", name);
            case LINK -> getTranslation("template.slot.link", button(slot));
            case CODE -> getTranslation("template.slot.code");
        };
    }

    private String button(TemplateSlot slot) {
        TemplateForm form = template.form();
        return form.buttons().get(slot.button()).text();
    }

    FilledTemplate filled() {
        return new FilledTemplate(
                template.form(),
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getValue())));
    }

    /** What the chosen file is called; null when none is, or none is needed. */
    @Nullable
    String fileName() {
        Content.File chosen = file == null ? null : file.file();
        return chosen == null ? null : chosen.file().fileName();
    }

    /** What is sent; empty when something is missing or wrong, which the fields then say. */
    Optional<TemplateChoice> choice() {
        FilledTemplate filled = filled();
        Map<String, TemplateFlaw> flaws = filled.flaws();
        fields.forEach((key, field) -> show(field, flaws.get(key)));
        boolean lacksFile = file != null && file.file() == null;
        if (file != null && lacksFile) {
            file.complain();
        }
        flaws.keySet().stream().findFirst().map(fields::get).ifPresent(TextField::focus);
        return flaws.isEmpty() && !lacksFile
                ? Optional.of(new TemplateChoice(template.id(), filled.values(), file == null ? null : file.file()))
                : Optional.empty();
    }

    private void show(TextField field, @Nullable TemplateFlaw flaw) {
        field.setInvalid(flaw != null);
        field.setErrorMessage(flaw == null ? "" : getTranslation("template.flaw." + flaw));
    }

    /** Begins with the first of them; false when there is none. */
    boolean begin() {
        fields.values().stream().findFirst().ifPresent(TextField::focus);
        return !fields.isEmpty();
    }
}

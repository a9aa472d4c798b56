package app.parley.inbox.chat;

import app.parley.numbers.ApprovedTemplate;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The templates to choose from, found by words and by language. */
final class TemplateList extends Div {

    /** More than anybody reads through; the others are found by searching. */
    private static final int MOST = 100;

    private final TextField search = new TextField();
    private final ComboBox<String> language = new ComboBox<>();
    private final ListBox<ApprovedTemplate> list = new ListBox<>();
    private final Paragraph note = new Paragraph();
    private List<ApprovedTemplate> all = List.of();

    TemplateList(Consumer<ApprovedTemplate> chosen) {
        addClassName("template-list");
        search.setAriaLabel(getTranslation("template.search"));
        search.setPlaceholder(getTranslation("template.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.addValueChangeListener(change -> narrow());
        language.setAriaLabel(getTranslation("template.language"));
        language.setPlaceholder(getTranslation("template.language.all"));
        language.setClearButtonVisible(true);
        language.setItemLabelGenerator(TemplateNames::language);
        language.addValueChangeListener(change -> narrow());
        list.getElement().setAttribute("aria-label", getTranslation("template.list"));
        list.setRenderer(new ComponentRenderer<>(TemplateList::row));
        list.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
        note.addClassName("template-note");
        note.getElement().setAttribute("role", "status");
        add(search, language, list, note);
    }

    void show(List<ApprovedTemplate> templates) {
        all = templates;
        List<String> languages = templates.stream()
                .map(ApprovedTemplate::language)
                .distinct()
                .sorted()
                .toList();
        String before = language.getValue();
        language.setItems(languages);
        language.setValue(languages.contains(before) ? before : null);
        language.setVisible(languages.size() > 1);
        search.setVisible(!templates.isEmpty());
        narrow();
    }

    void begin() {
        search.focus();
    }

    private void narrow() {
        ApprovedTemplate before = list.getValue();
        List<ApprovedTemplate> found = all.stream()
                .filter(template -> language.isEmpty() || template.language().equals(language.getValue()))
                .filter(template -> TemplateNames.matches(template, search.getValue()))
                .toList();
        List<ApprovedTemplate> shown = found.subList(0, Math.min(MOST, found.size()));
        list.setItems(shown);
        shown.stream()
                .filter(template -> before != null && Objects.equals(template.id(), before.id()))
                .findFirst()
                .ifPresent(list::setValue);
        list.setVisible(!shown.isEmpty());
        note.setText(note(found.size()));
        note.setVisible(!note.getText().isEmpty());
    }

    private String note(int found) {
        if (all.isEmpty()) {
            return getTranslation("template.none");
        }
        if (found == 0) {
            return getTranslation("template.none-found");
        }
        return found > MOST ? getTranslation("template.more", found - MOST) : "";
    }

    private static Div row(ApprovedTemplate template) {
        Span name = new Span(TemplateNames.name(template));
        name.addClassName("template-name");
        Span about = new Span(TemplateNames.language(template.language()));
        about.addClassName("template-about");
        Span text = new Span(template.form().body().text().replaceAll("\\s+", " "));
        text.addClassName("template-text");
        text.getElement().setAttribute("dir", "auto");
        Div row = new Div(name, about, text);
        row.addClassName("template-row");
        return row;
    }
}

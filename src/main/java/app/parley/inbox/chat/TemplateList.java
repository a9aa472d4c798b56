package app.parley.inbox.chat;

import app.parley.numbers.ApprovedTemplate;
import app.parley.numbers.TemplateId;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The templates to choose from, found by words and by language. */
@JsModule("context://modules/menu.js")
final class TemplateList extends Div {

    /** More than anybody reads through; the others are found by searching. */
    private static final int MOST = 100;

    private final TextField search = new TextField();
    private final ComboBox<String> language = new ComboBox<>();
    private final Element list = new Element("parley-menu");
    private final Consumer<ApprovedTemplate> choose;
    private final Paragraph note = new Paragraph();
    private List<ApprovedTemplate> all = List.of();
    private @Nullable TemplateId chosen;

    /** By their places among all. */
    private final SortedMap<Integer, NativeButton> rows = new TreeMap<>();

    TemplateList(Consumer<ApprovedTemplate> choose) {
        this.choose = choose;
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
        list.setAttribute("role", "listbox").setAttribute("aria-label", getTranslation("template.list"));
        note.addClassName("template-note");
        note.getElement().setAttribute("role", "status");
        add(search, language);
        getElement().appendChild(list);
        add(note);
    }

    void show(List<ApprovedTemplate> templates) {
        all = templates;
        rows.clear();
        list.removeAllChildren();
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
        List<Integer> found = IntStream.range(0, all.size())
                .filter(place -> isAskedFor(all.get(place)))
                .boxed()
                .toList();
        Set<Integer> shown = Set.copyOf(found.subList(0, Math.min(MOST, found.size())));
        shown.stream()
                .filter(place -> !rows.containsKey(place))
                .toList()
                .forEach(place -> rows.put(place, insert(place)));
        rows.forEach((place, row) -> row.getElement().setAttribute("hidden", !shown.contains(place)));
        list.setAttribute("hidden", shown.isEmpty());
        note.setText(note(found.size()));
        note.setVisible(!note.getText().isEmpty());
    }

    private boolean isAskedFor(ApprovedTemplate template) {
        return (language.isEmpty() || template.language().equals(language.getValue()))
                && TemplateNames.matches(template, search.getValue());
    }

    /** Rows stay once they are there, shown or hidden: what is pressed while the list narrows is what was meant. */
    private NativeButton insert(int place) {
        NativeButton row = row(all.get(place));
        list.insertChild(rows.headMap(place).size(), row.getElement());
        return row;
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

    private NativeButton row(ApprovedTemplate template) {
        Span name = new Span(TemplateNames.name(template));
        name.addClassName("template-name");
        Span about = new Span(TemplateNames.language(template.language()));
        about.addClassName("template-about");
        Span text = new Span(template.form().body().text().replaceAll("\\s+", " "));
        text.addClassName("template-text");
        text.getElement().setAttribute("dir", "auto");
        NativeButton row = new NativeButton();
        row.add(name, about, text);
        row.addClassName("template-row");
        row.getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", String.valueOf(template.id().equals(chosen)));
        row.addClickListener(click -> {
            chosen = template.id();
            list.getChildren().forEach(other -> other.setAttribute("aria-selected", "false"));
            row.getElement().setAttribute("aria-selected", "true");
            choose.accept(template);
        });
        return row;
    }
}

package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.Language;
import app.parley.team.Team;
import com.vaadin.flow.component.select.Select;

/** The language of one's screens. Each is called what those who speak it call it. */
final class LanguageSection extends ProfileSection {

    LanguageSection(Team team, Agent me) {
        super("language");
        Select<Language> language = new Select<>();
        language.setAriaLabel(getTranslation("profile.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(it -> getTranslation("profile.language." + it.name()));
        language.setValue(me.language());
        language.addValueChangeListener(change -> {
            team.changeLanguage(me.requireId(), change.getValue());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        add(words("profile.language.meaning"), language);
    }
}

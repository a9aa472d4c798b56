package app.parley.admin;

import app.parley.numbers.AccountEvents;
import app.parley.numbers.Template;
import java.util.List;

/** Templates that may not be sent, or are about to become so. */
final class TemplatesBlock extends HealthBlock<List<Template>> {

    private static final int MOST = 50;

    private final transient AccountEvents events;

    TemplatesBlock(AccountEvents events) {
        super("templates");
        this.events = events;
    }

    @Override
    List<Template> ask() {
        return events.templatesInTrouble(MOST);
    }

    @Override
    void show(List<Template> templates) {
        if (templates.isEmpty()) {
            sayAllIsWell("health.templates.well");
            return;
        }
        HealthLines lines = new HealthLines();
        templates.forEach(template -> lines.line(
                template.name() + " (" + template.language() + ")",
                MetaWords.joined(
                        MetaWords.of(template.category(), this),
                        MetaWords.of(template.reason(), this),
                        template.quality() == null
                                ? ""
                                : getTranslation("health.templates.quality", MetaWords.of(template.quality(), this))),
                MetaWords.ofTemplate(template.status(), this)));
        add(lines);
    }
}

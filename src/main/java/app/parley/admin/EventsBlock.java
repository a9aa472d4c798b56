package app.parley.admin;

import app.parley.numbers.AccountEvent;
import app.parley.numbers.AccountEvents;
import java.util.List;
import java.util.Set;

/** What WhatsApp told of the accounts, newest first. */
final class EventsBlock extends HealthBlock<List<AccountEvent>> {

    private static final int MOST = 20;

    /** Fields that have words of their own; others, which Meta may add, stand as they are spelled. */
    private static final Set<String> KNOWN = Set.of(
            "account_alerts",
            "account_review_update",
            "account_update",
            "business_capability_update",
            "phone_number_quality_update",
            "phone_number_name_update",
            "security",
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update",
            "payment_configuration_update",
            "partner_solutions",
            "messages");

    private final transient AccountEvents events;
    private final transient ReaderTime time;

    EventsBlock(AccountEvents events, ReaderTime time) {
        super("events");
        this.events = events;
        this.time = time;
    }

    @Override
    List<AccountEvent> ask() {
        return events.newest(MOST);
    }

    @Override
    void show(List<AccountEvent> newest) {
        if (newest.isEmpty()) {
            sayAllIsWell("health.events.well");
            return;
        }
        HealthLines lines = new HealthLines();
        newest.forEach(event -> lines.line(title(event), more(event), time.words(event.at())));
        add(lines);
    }

    private String title(AccountEvent event) {
        String field = KNOWN.contains(event.field())
                ? getTranslation("health.event." + event.field())
                : MetaWords.plain(event.field());
        return event.event() == null ? field : field + ": " + became(event, event.event());
    }

    private String became(AccountEvent event, String word) {
        return switch (event.field()) {
            case "message_template_status_update" -> MetaWords.ofTemplate(word, this);
            case "account_review_update", "account_update" -> MetaWords.ofAccount(word, this);
            default -> MetaWords.of(word, this);
        };
    }

    private String more(AccountEvent event) {
        return MetaWords.joined(
                event.subject(),
                MetaWords.orAsItCame(event.detail(), this),
                getTranslation("health.events.account", event.wabaId()));
    }
}

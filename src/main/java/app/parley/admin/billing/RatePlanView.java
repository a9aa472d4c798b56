package app.parley.admin.billing;

import app.parley.billing.MetaKind;
import app.parley.billing.RateChange;
import app.parley.billing.RateFileError;
import app.parley.billing.RatePlan;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a new table would change, before it does. */
final class RatePlanView extends Div {

    private static final int SHOWN = 50;

    private final transient LocalizedFormats words;
    private final transient Money money;

    /** Says a text in the reader's language. */
    @FunctionalInterface
    interface Say {
        String text(String key, Object... parameters);
    }

    RatePlanView(RatePlan plan, LocalizedFormats words, Money money, Runnable apply, Runnable discard) {
        this.words = words;
        this.money = money;
        setClassName("rate-plan");
        Paragraph what = new Paragraph(getTranslation(
                "settings.meta.changes",
                words.count(count(plan, change -> change.before() == null)),
                words.count(count(plan, change -> change.before() != null && change.now() != null)),
                words.count(count(plan, change -> change.now() == null)),
                words.count(plan.same())));
        add(what);
        if (plan.past() != null && plan.priced() > 0) {
            Paragraph past = new Paragraph(
                    getTranslation("settings.meta.past", words.day(plan.past()), words.count(plan.priced())));
            past.setClassName("settings-warning");
            add(past);
        }
        add(table(plan));
        if (plan.changes().size() > SHOWN) {
            add(new Paragraph(getTranslation(
                    "settings.meta.more", words.count(plan.changes().size() - SHOWN))));
        }
        Button yes = new Button(getTranslation("settings.meta.apply"), click -> apply.run());
        yes.setClassName("page-action");
        yes.setDisableOnClick(true);
        Div buttons = new Div(yes, new Button(getTranslation("settings.meta.discard"), click -> discard.run()));
        buttons.setClassName("settings-buttons");
        add(buttons);
    }

    private static long count(RatePlan plan, Predicate<RateChange> which) {
        return plan.changes().stream().filter(which).count();
    }

    private PlainTable table(RatePlan plan) {
        List<RateChange> shown = plan.changes().stream().limit(SHOWN).toList();
        List<BigDecimal> amounts = shown.stream()
                .flatMap(change -> Stream.of(change.before(), change.now()))
                .filter(Objects::nonNull)
                .toList();
        PlainTable table = new PlainTable(
                getTranslation("settings.meta.table"),
                Stream.of("country", "category", "from", "before", "now")
                        .map(column -> getTranslation("settings.meta.column." + column))
                        .toList());
        shown.forEach(change -> table.row(List.of(
                change.kind().country(),
                category(change.kind()),
                words.day(change.startsOn()),
                amount(change.before(), amounts),
                amount(change.now(), amounts))));
        return table;
    }

    private static String category(MetaKind kind) {
        return kind.type().equals("regular") ? kind.category() : kind.category() + " (" + kind.type() + ")";
    }

    private String amount(@Nullable BigDecimal amount, List<BigDecimal> all) {
        return amount == null ? "–" : money.words(amount, all);
    }

    /** What is wrong with the table, line by line. */
    static Component errors(RatePlan plan, LocalizedFormats words, Say say) {
        UnorderedList list = new UnorderedList();
        list.setClassName("rate-errors");
        for (RateFileError error : plan.errors()) {
            list.add(new ListItem(say.text(
                    "settings.meta.error",
                    words.count(error.line()),
                    say.text("settings.meta.error." + error.fault(), error.value()))));
        }
        return list;
    }
}

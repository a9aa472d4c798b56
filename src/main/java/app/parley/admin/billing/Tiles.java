package app.parley.admin.billing;

import app.parley.billing.AppliedRates;
import app.parley.billing.BudgetStanding;
import app.parley.billing.Figures;
import app.parley.billing.MetaCharges;
import app.parley.billing.Period;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.StringJoiner;

/** What an admin wants to know first. Our fees and Meta's charges are two things, never one sum. */
final class Tiles extends Div {

    private static final String NOTHING = "–";

    private final Tile messages = new Tile("billing.tile.messages");
    private final Tile fees = new Tile("billing.tile.fees");
    private final Tile meta = new Tile("billing.tile.meta");
    private final Tile projected = new Tile("billing.tile.projected");
    private final transient Money money;
    private final transient LocalizedFormats words;

    Tiles(Money money, LocalizedFormats words) {
        this.money = money;
        this.words = words;
        setClassName("tiles");
        add(messages, fees, meta, projected);
    }

    void show(BillingPage page) {
        Figures now = page.report().total();
        Figures before = page.before();
        messages.show(
                words.count(now.inbound() + now.outbound()),
                getTranslation("billing.tile.in-out", words.count(now.inbound()), words.count(now.outbound())),
                change(
                        Change.of(now.inbound() + now.outbound(), before.inbound() + before.outbound()),
                        page.compared()));
        fees.show(
                money.words(now.fees()),
                rates(page.rates()),
                change(Change.of(now.fees(), before.fees()), page.compared()));
        meta.show(
                metaAmount(now.meta()),
                metaCounts(now.meta()),
                change(Change.of(now.meta().amount(), before.meta().amount()), page.compared()));
        showProjection(page);
    }

    private void showProjection(BillingPage page) {
        BillingPage.Projected projection = page.projected();
        BudgetStanding budget = page.budget().orElse(null);
        if (projection == null) {
            String of = budget == null
                    ? getTranslation("billing.projected.none")
                    : getTranslation("billing.projected.spent", budget.percent(), money.brief(budget.budget()));
            projected.show(NOTHING, of, "");
            return;
        }
        projected.show(
                money.rounded(projection.expected()),
                budget == null
                        ? getTranslation("billing.projected.how")
                        : getTranslation(
                                "billing.projected.budget",
                                percent(projection.expected(), budget.budget()),
                                money.brief(budget.budget())),
                change(
                        Change.of(projection.expected(), projection.before()),
                        page.report().period().before()));
    }

    private String percent(BigDecimal part, BigDecimal whole) {
        return words.count(part.multiply(BigDecimal.valueOf(100))
                .divide(whole, 0, RoundingMode.HALF_UP)
                .longValue());
    }

    private String rates(AppliedRates rates) {
        if (rates.areOne()) {
            return getTranslation(
                    "billing.rate.each-way", money.words(rates.inbound().first()));
        }
        return rates.areOneEachWay()
                ? getTranslation(
                        "billing.rate.in-out",
                        money.words(rates.inbound().first()),
                        money.words(rates.outbound().first()))
                : getTranslation("billing.rate.several");
    }

    /** Where no message has a rate we know nothing, which is not zero. */
    private String metaAmount(MetaCharges charges) {
        return MetaWords.amountIsKnown(charges) ? money.words(charges.amount()) : NOTHING;
    }

    private String metaCounts(MetaCharges charges) {
        StringJoiner counts = new StringJoiner(" · ");
        counts.setEmptyValue(getTranslation("billing.meta.none"));
        add(counts, "billing.meta.priced", charges.priced());
        add(counts, "billing.meta.free", charges.free());
        add(counts, "billing.meta.without-rate", charges.withoutRate());
        return counts.toString();
    }

    private void add(StringJoiner counts, String key, long count) {
        if (count > 0) {
            counts.add(getTranslation(key, words.count(count)));
        }
    }

    private String change(Change change, Period compared) {
        return getTranslation(change.key(), words.count(change.percent()), words.shortPeriod(compared));
    }
}

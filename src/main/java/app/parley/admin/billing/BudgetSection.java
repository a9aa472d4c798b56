package app.parley.admin.billing;

import app.parley.billing.Alert;
import app.parley.billing.BudgetStanding;
import app.parley.billing.Budgets;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What session fees are to stay below in a month, in total and by number; each holds from the moment it is changed. */
final class BudgetSection extends SettingsSection {

    private final transient Budgets budgets;
    private final AgentId admin;
    private final transient Money money;
    private final transient List<Line> lines = new ArrayList<>();

    /** @param number null: in total */
    private record Line(@Nullable NumberId number, BigDecimalField field, Span standing) {}

    BudgetSection(Budgets budgets, AgentId admin, List<PhoneNumberEntry> numbers, Money money) {
        super("budgets");
        this.budgets = budgets;
        this.admin = admin;
        this.money = money;
        line(null, getTranslation("settings.budgets.total"));
        numbers.forEach(number -> line(number.id(), LineNames.in(number)));
        add(outcome());
        List<BudgetStanding> standings = budgets.standings(admin);
        for (Line line : lines) {
            of(line, standings).ifPresent(it -> line.field().setValue(plain(it.budget())));
            show(line, standings);
            line.field().addValueChangeListener(change -> save(line));
        }
    }

    private void line(@Nullable NumberId number, String name) {
        BigDecimalField field = new BigDecimalField(name);
        field.setLocale(getLocale());
        field.setPlaceholder(getTranslation("settings.budgets.none"));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.setClearButtonVisible(true);
        field.setI18n(new BigDecimalField.BigDecimalFieldI18n()
                .setBadInputErrorMessage(getTranslation("settings.budgets.wrong")));
        Span standing = new Span();
        standing.setClassName("budget-standing");
        Div both = new Div(field, standing);
        both.setClassName("budget-line");
        lines.add(new Line(number, field, standing));
        add(both);
    }

    private void save(Line line) {
        try {
            BigDecimal amount = line.field().getValue();
            if (amount == null && line.field().isInvalid()) {
                return; // Something is written there that is no number.
            }
            budgets.set(admin, line.number(), amount);
            line.field().setInvalid(false);
            tell(amount == null ? "settings.budgets.gone" : "settings.saved");
        } catch (IllegalArgumentException e) {
            line.field().setErrorMessage(getTranslation("settings.budgets.wrong"));
            line.field().setInvalid(true);
            refuse("settings.budgets.wrong");
        }
        List<BudgetStanding> standings = budgets.standings(admin);
        lines.forEach(each -> show(each, standings));
    }

    private void show(Line line, List<BudgetStanding> standings) {
        Optional<BudgetStanding> standing = of(line, standings);
        line.standing()
                .setText(standing.map(it -> getTranslation(
                                "settings.budgets." + it.alert(),
                                it.percent(),
                                money.words(it.spent()),
                                money.words(it.budget())))
                        .orElse(""));
        Alert alert = standing.map(BudgetStanding::alert).orElse(Alert.NONE);
        line.standing().setClassName("near", alert == Alert.NEAR);
        line.standing().setClassName("reached", alert == Alert.REACHED);
    }

    private static Optional<BudgetStanding> of(Line line, List<BudgetStanding> standings) {
        NumberId number = line.number();
        return standings.stream()
                .filter(it -> number == null ? it.number() == null : number.equals(it.number()))
                .findFirst();
    }

    /** Without the zeros that the database adds. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

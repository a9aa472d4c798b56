package app.parley.admin.billing;

import app.parley.admin.DayField;
import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rate that is to begin on some day to come, at midnight by the business's clocks. */
final class RateForm extends Div {

    private final transient Adding adding;
    private final Select<Scope> number = new Select<>();
    private final Select<Way> direction = new Select<>();
    private final BigDecimalField amount = new BigDecimalField();
    private final DayField start = new DayField(getTranslation("settings.rates.from"));

    /** Takes what was filled in; false: it was refused. */
    @FunctionalInterface
    interface Adding {
        boolean add(@Nullable NumberId number, @Nullable Direction direction, BigDecimal amount, LocalDate startsOn);
    }

    /** One number, or all of them. */
    private record Scope(@Nullable NumberId number, String words) {}

    private record Way(@Nullable Direction direction, String words) {}

    RateForm(List<PhoneNumberEntry> numbers, Currency currency, LocalDate tomorrow, Adding adding) {
        this.adding = adding;
        setClassName("settings-form");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("settings.rates.add"));
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(null, getTranslation("settings.rates.all-numbers")));
        numbers.forEach(it -> scopes.add(new Scope(it.id(), LineNames.in(it))));
        number.setLabel(getTranslation("settings.rates.number"));
        number.setItems(scopes);
        number.setItemLabelGenerator(Scope::words);
        number.setValue(scopes.getFirst());
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(null, getTranslation(key(null))));
        ways.add(new Way(Direction.INBOUND, getTranslation(key(Direction.INBOUND))));
        ways.add(new Way(Direction.OUTBOUND, getTranslation(key(Direction.OUTBOUND))));
        direction.setLabel(getTranslation("settings.rates.direction"));
        direction.setItems(ways);
        direction.setItemLabelGenerator(Way::words);
        direction.setValue(ways.getFirst());
        amount.setLabel(getTranslation("settings.rates.amount"));
        amount.setLocale(getLocale());
        amount.setSuffixComponent(new Span(currency.getCurrencyCode()));
        start.setMin(tomorrow);
        start.setI18n(start.getI18n()
                .setMinErrorMessage(getTranslation("settings.rates.refused.PAST"))
                .setBadInputErrorMessage(getTranslation("settings.rates.no-day")));
        Button add = new Button(getTranslation("settings.rates.add"), click -> submit());
        add.setClassName("page-action");
        amount.addKeyPressListener(Key.ENTER, press -> submit());
        add(number, direction, amount, start, add);
    }

    static String key(@Nullable Direction direction) {
        return "settings.rates.direction." + (direction == null ? "BOTH" : direction.name());
    }

    private void submit() {
        BigDecimal wanted = amount.getValue();
        require(amount, wanted != null, "settings.rates.no-amount");
        LocalDate day = start.getValue();
        if (day == null) {
            start.setErrorMessage(getTranslation("settings.rates.no-day"));
            start.setInvalid(true);
        }
        if (wanted != null
                && day != null
                && adding.add(number.getValue().number(), direction.getValue().direction(), wanted, day)) {
            amount.clear();
            start.clear();
            start.setInvalid(false);
        }
    }

    private void require(BigDecimalField field, boolean good, String key) {
        field.setInvalid(!good);
        field.setErrorMessage(good ? "" : getTranslation(key));
    }
}

package app.parley.admin.billing;

import app.parley.admin.DayField;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A month of the last year or so, or days of one's own. */
final class PeriodPick extends Div {

    private static final int MONTHS = 13;

    private final transient Consumer<BillingAddress> go;
    private final ChoiceButton<@Nullable YearMonth> months =
            new ChoiceButton<>(getTranslation("billing.period"), this::choose);
    private final DayField from = new DayField("");
    private final DayField to = new DayField("");
    private final Div days = new Div(from, to);
    private transient @Nullable BillingAddress address;
    private LocalDate today = LocalDate.EPOCH;

    PeriodPick(Consumer<BillingAddress> go) {
        this.go = go;
        setClassName("period-pick");
        days.setClassName("period-days");
        prepare(from, "billing.from");
        prepare(to, "billing.to");
        add(months, days);
    }

    private void prepare(DatePicker field, String name) {
        field.setAriaLabel(getTranslation(name));
        field.setPlaceholder(getTranslation(name));
        field.addValueChangeListener(this::daysChanged);
    }

    void show(BillingAddress shown, LocalDate now, LocalizedFormats words) {
        address = shown;
        today = now;
        BillingAddress.Days own = shown.days();
        days.setVisible(own != null);
        if (own != null) {
            from.setValue(own.from());
            to.setValue(own.to());
        }
        List<ChoiceButton.Choice<@Nullable YearMonth>> choices = new ArrayList<>();
        offered(shown, now).forEach(month -> choices.add(new ChoiceButton.Choice<>(month, words.month(month))));
        choices.add(new ChoiceButton.Choice<>(null, getTranslation("billing.period.own")));
        months.show(choices, own == null ? shown.monthOr(now) : null);
    }

    /** What is shown is among them, however long ago it was. */
    private static List<YearMonth> offered(BillingAddress shown, LocalDate now) {
        YearMonth chosen = shown.monthOr(now);
        List<YearMonth> months = new ArrayList<>(IntStream.range(0, MONTHS)
                .mapToObj(ago -> YearMonth.from(now).minusMonths(ago))
                .toList());
        if (!months.contains(chosen)) {
            months.add(chosen.isAfter(months.getFirst()) ? 0 : months.size(), chosen);
        }
        return months;
    }

    private void choose(@Nullable YearMonth month) {
        if (address == null) {
            return;
        }
        if (month == null) {
            YearMonth current = address.monthOr(today);
            LocalDate end = current.atEndOfMonth();
            LocalDate last = end.isAfter(today) && !current.atDay(1).isAfter(today) ? today : end;
            go.accept(address.withDays(new BillingAddress.Days(current.atDay(1), last)));
        } else {
            go.accept(address.withMonth(month));
        }
    }

    private void daysChanged(ComponentValueChangeEvent<DatePicker, LocalDate> change) {
        if (change.isFromClient() && address != null && from.getValue() != null && to.getValue() != null) {
            go.accept(address.withDays(new BillingAddress.Days(from.getValue(), to.getValue())));
        }
    }
}

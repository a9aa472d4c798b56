package app.parley.admin;

import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many days messages of a number are kept. Fewer delete what is older, so they hold only once that was read. */
final class RetentionField extends IntegerField {

    private final transient Numbers numbers;
    private final NumberId id;
    private final transient Saved saved;
    private @Nullable Integer holds;

    /** Told of each change whether it holds yet. */
    @FunctionalInterface
    interface Saved {
        void tell(boolean holds);
    }

    RetentionField(Numbers numbers, NumberId id, Saved saved) {
        this.numbers = numbers;
        this.id = id;
        this.saved = saved;
        this.holds = numbers.retentions().get(id);
        setLabel(getTranslation("numbers.retention"));
        setPlaceholder(getTranslation("numbers.retention.ever"));
        setHelperText(getTranslation("numbers.retention.help"));
        setMin(1);
        setMax(Numbers.MOST_DAYS);
        setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("numbers.retention.wrong"))
                .setMinErrorMessage(getTranslation("numbers.retention.wrong"))
                .setMaxErrorMessage(getTranslation("numbers.retention.wrong")));
        setValue(holds);
        addValueChangeListener(change -> {
            saved.tell(false);
            if (!isInvalid() && !Objects.equals(getValue(), holds)) {
                change(getValue());
            }
        });
    }

    private void change(@Nullable Integer days) {
        Integer before = holds;
        if (days == null || (before != null && days >= before)) {
            keep(days);
            return;
        }
        new DangerDialog(
                        getTranslation("numbers.retention.sure", days),
                        getTranslation("numbers.retention.meaning", days),
                        getTranslation("numbers.retention.yes"),
                        () -> keep(days),
                        getTranslation("numbers.retention.not"),
                        () -> setValue(holds))
                .open();
    }

    private void keep(@Nullable Integer days) {
        numbers.retention(id, days);
        holds = days;
        saved.tell(true);
    }
}

package app.parley.admin;

import app.parley.numbers.NumberHealth;
import app.parley.numbers.NumberId;
import app.parley.numbers.NumberSettings;
import app.parley.numbers.NumberStanding;
import app.parley.numbers.Numbers;
import app.parley.numbers.ReceiptSettings;
import app.parley.team.AgentId;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;
import java.util.function.Consumer;

/** One number and its switches; each holds from the moment it is changed. */
final class NumberCard extends Section {

    private final transient NumberSettings switches;
    private final AgentId admin;
    private final NumberId id;
    private final Span saved = new Span();

    NumberCard(
            Numbers numbers,
            NumberSettings switches,
            AgentId admin,
            NumberHealth number,
            NumberStanding standing,
            ReaderTime time) {
        this.switches = switches;
        this.admin = admin;
        this.id = number.id();
        setClassName("health-block");
        getElement().setAttribute("aria-label", number.name());
        ReceiptSettings settings = numbers.receipts(id);
        Checkbox receipts = new Checkbox(getTranslation("numbers.receipts"), settings.readReceipts());
        Checkbox typing = new Checkbox(getTranslation("numbers.typing"), settings.showsTyping());
        typing.setHelperText(getTranslation("numbers.typing.help"));
        receipts.addValueChangeListener(change -> save(new ReceiptSettings(receipts.getValue(), typing.getValue())));
        typing.addValueChangeListener(change -> save(new ReceiptSettings(receipts.getValue(), typing.getValue())));
        saved.setClassName("number-saved");
        saved.getElement().setAttribute("role", "status");
        add(new H3(number.name()), words(number, time), new StandingLine(standing, time));
        if (number.paused()) {
            Paragraph paused = new Paragraph(PauseWords.of(number.pausedBecause(), this));
            paused.setClassName("health-warning");
            add(paused);
        }
        add(
                box("numbers.enabled", number.enabled(), on -> switches.enable(admin, id, on)),
                box("numbers.sending", !number.paused(), on -> switches.send(admin, id, on)),
                receipts,
                typing,
                throughput(numbers.throughput(id)),
                new RetentionField(numbers, id, this::tellWhetherSaved),
                saved);
    }

    private Paragraph words(NumberHealth number, ReaderTime time) {
        Paragraph words = new Paragraph(MetaWords.joined(
                number.displayPhone(),
                number.lastWebhookAt() == null
                        ? getTranslation("health.numbers.silent")
                        : getTranslation("health.numbers.last", time.words(number.lastWebhookAt()))));
        words.setClassName("health-words");
        return words;
    }

    private Checkbox box(String key, boolean on, Consumer<Boolean> change) {
        Checkbox box = new Checkbox(getTranslation(key), on);
        box.addValueChangeListener(changed -> {
            change.accept(changed.getValue());
            tellSaved();
        });
        return box;
    }

    private void save(ReceiptSettings receipts) {
        switches.receipts(admin, id, receipts);
        tellSaved();
    }

    private IntegerField throughput(Optional<Integer> chosen) {
        IntegerField field = new IntegerField(getTranslation("numbers.throughput"));
        field.setPlaceholder(String.valueOf(Numbers.USUAL_THROUGHPUT));
        field.setHelperText(getTranslation("numbers.throughput.help"));
        field.setMin(1);
        field.setMax(Numbers.MOST_THROUGHPUT);
        field.setStepButtonsVisible(true);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("numbers.throughput.wrong"))
                .setMinErrorMessage(getTranslation("numbers.throughput.wrong"))
                .setMaxErrorMessage(getTranslation("numbers.throughput.wrong")));
        chosen.ifPresent(field::setValue);
        field.addValueChangeListener(change -> {
            tellWhetherSaved(false);
            if (!field.isInvalid()) {
                switches.throughput(admin, id, field.getValue());
                tellSaved();
            }
        });
        return field;
    }

    private void tellSaved() {
        tellWhetherSaved(true);
    }

    private void tellWhetherSaved(boolean holds) {
        saved.setText(holds ? getTranslation("numbers.saved") : "");
    }
}

package app.parley.sandbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.Locale;

/** What happens to the next sends of the business, and with which error code. */
final class FateChoice extends Div {

    private final transient Fates fates;
    private final RadioButtonGroup<Fate.Outcome> outcome = new RadioButtonGroup<>();
    private final Select<Integer> code = new Select<>();

    FateChoice(Fates fates) {
        this.fates = fates;
        Fate standing = fates.standing();
        setClassName("sandbox-fate");
        outcome.setLabel(getTranslation("sandbox.fate"));
        outcome.setItems(Fate.Outcome.values());
        outcome.setItemLabelGenerator(
                it -> getTranslation("sandbox.fate." + it.name().toLowerCase(Locale.ROOT)));
        outcome.setValue(standing.outcome());
        code.setLabel(getTranslation("sandbox.code"));
        code.setItems(ErrorWords.codes());
        code.setItemLabelGenerator(it -> it + " · " + ErrorWords.title(it));
        code.setValue(standing.code() == 0 ? Fate.USUAL_CODE : standing.code());
        outcome.addValueChangeListener(change -> choose());
        code.addValueChangeListener(change -> choose());
        showCode();
        add(outcome, code);
    }

    private void choose() {
        fates.always(Fate.of(outcome.getValue(), code.getValue()));
        showCode();
    }

    private void showCode() {
        code.setVisible(outcome.getValue() == Fate.Outcome.FAILS_LATER || outcome.getValue() == Fate.Outcome.REJECTED);
    }
}

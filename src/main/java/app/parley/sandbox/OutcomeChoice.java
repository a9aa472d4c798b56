package app.parley.sandbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Locale;

/** What happens to the next sends of the business, and with which error code. */
final class OutcomeChoice extends Div {

    private final transient SimulatedOutcomes outcomes;
    private final RadioButtonGroup<SimulatedOutcome.Outcome> outcome = new RadioButtonGroup<>();
    private final Select<Integer> code = new Select<>();
    private final IntegerField seconds = new IntegerField();

    OutcomeChoice(SimulatedOutcomes outcomes) {
        this.outcomes = outcomes;
        SimulatedOutcome standing = outcomes.standing();
        setClassName("sandbox-fate");
        outcome.setLabel(getTranslation("sandbox.fate"));
        outcome.setItems(SimulatedOutcome.Outcome.values());
        outcome.setItemLabelGenerator(
                it -> getTranslation("sandbox.fate." + it.name().toLowerCase(Locale.ROOT)));
        outcome.setValue(standing.outcome());
        code.setLabel(getTranslation("sandbox.code"));
        code.setItems(ErrorWords.codes());
        code.setItemLabelGenerator(it -> it + " · " + ErrorWords.title(it));
        code.setValue(standing.code() == 0 ? SimulatedOutcome.USUAL_CODE : standing.code());
        seconds.setLabel(getTranslation("sandbox.seconds"));
        seconds.setMin(0);
        seconds.setMax(600);
        seconds.setStepButtonsVisible(true);
        seconds.setValue((int) standing.silence().toSeconds());
        outcome.addValueChangeListener(change -> {
            seconds.setValue(
                    (int) SimulatedOutcome.usualSilence(change.getValue()).toSeconds());
            choose();
        });
        code.addValueChangeListener(change -> choose());
        seconds.addValueChangeListener(change -> choose());
        showMore();
        add(outcome, code, seconds);
    }

    private void choose() {
        Integer wait = seconds.getValue();
        if (wait != null && !seconds.isInvalid()) {
            outcomes.always(SimulatedOutcome.of(outcome.getValue(), code.getValue(), Duration.ofSeconds(wait)));
        }
        showMore();
    }

    private void showMore() {
        code.setVisible(outcome.getValue().hasCode());
        seconds.setVisible(outcome.getValue().hasSilence());
    }
}

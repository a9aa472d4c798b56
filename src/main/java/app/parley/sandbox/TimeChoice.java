package app.parley.sandbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** The time the next messages bear, whoever of the customers on this page sends them. */
final class TimeChoice extends Div {

    private final RadioButtonGroup<MessageTime> time = new RadioButtonGroup<>();

    TimeChoice() {
        setClassName("sandbox-time");
        time.setLabel(getTranslation("sandbox.time"));
        time.setItems(MessageTime.NOW, MessageTime.NEARLY_A_DAY_AGO, MessageTime.TWO_DAYS_AGO);
        time.setItemLabelGenerator(
                it -> getTranslation("sandbox.time." + it.ago().toMinutes()));
        time.setValue(MessageTime.NOW);
        add(time);
    }

    MessageTime chosen() {
        return time.getValue();
    }
}

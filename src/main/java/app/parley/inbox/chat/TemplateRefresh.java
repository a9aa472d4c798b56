package app.parley.inbox.chat;

import app.parley.numbers.NumberId;
import app.parley.numbers.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Asks WhatsApp for the templates now: for whoever has just had one approved. */
final class TemplateRefresh extends Div {

    private final Templates templates;
    private final NumberId number;
    private final Runnable show;
    private final Button ask = new Button(getTranslation("template.refresh"));
    private final Span outcome = new Span();

    /** @param show called when the list may be another one */
    TemplateRefresh(Templates templates, NumberId number, Runnable show) {
        this.templates = templates;
        this.number = number;
        this.show = show;
        addClassName("template-refresh");
        outcome.getElement().setAttribute("role", "status");
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> getUI().ifPresent(this::ask));
        add(ask, outcome);
    }

    /** WhatsApp may take its time: it is not waited for under the session's lock. */
    private void ask(UI ui) {
        outcome.setText(getTranslation("template.refresh.asking"));
        Runnable missed = ui.accessLater(() -> answered(false), () -> {});
        Runnable well = ui.accessLater(() -> answered(true), () -> {});
        Thread.ofVirtual().name("template-refresh").start(() -> (refreshed() ? well : missed).run());
    }

    private boolean refreshed() {
        try {
            return templates.refresh(number);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void answered(boolean well) {
        outcome.setText(getTranslation(well ? "template.refresh.done" : "template.refresh.failed"));
        ask.setEnabled(true);
        show.run();
    }
}

package app.parley.admin.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Why there is no report to be seen: it is still added up, it could not be, or its period is none. */
final class BillingState extends Div {

    private final Span words = new Span();
    private final Button again;

    BillingState(Runnable retry) {
        again = new Button(getTranslation("billing.again"), click -> retry.run());
        setClassName("billing-state");
        getElement().setAttribute("role", "status");
        add(words, again);
        clear();
    }

    void load() {
        show("billing.loading", "loading", false);
    }

    void fail() {
        show("billing.failed", "failed", true);
    }

    void refuse(BillingAddress.Fault fault) {
        show("billing.fault." + fault, "failed", false);
    }

    void clear() {
        words.setText("");
        again.setVisible(false);
        setClassName("failed", false);
        setClassName("loading", false);
    }

    private void show(String key, String className, boolean mayTryAgain) {
        clear();
        words.setText(getTranslation(key));
        addClassName(className);
        again.setVisible(mayTryAgain);
    }
}

package app.parley.admin.billing;

import app.parley.billing.Reconciled;
import app.parley.billing.Reconciliation;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the ledger with the messages it follows from, and says in words whether they agree. */
final class LedgerCheck extends Div {

    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);

    private final transient Reconciliation reconciliation;
    private final AgentId admin;
    private final transient LocalizedFormats words;
    private final Button check = new Button(getTranslation("billing.check"), click -> check());
    private final Span result = new Span();
    private final UnorderedList sample = new UnorderedList();

    /** @param mayCheck else it only shows what the last one found */
    LedgerCheck(Reconciliation reconciliation, AgentId admin, boolean mayCheck, LocalizedFormats words) {
        this.reconciliation = reconciliation;
        this.admin = admin;
        this.words = words;
        setClassName("ledger-check");
        check.setDisableOnClick(true);
        check.setVisible(mayCheck);
        result.getElement().setAttribute("role", "status");
        add(check, result, sample);
        reconciliation.last(admin).ifPresent(this::show);
    }

    private void check() {
        result.setText(getTranslation("billing.check.running"));
        UI ui = UI.getCurrent();
        SerializableConsumer<Reconciled> done = ui.accessLater(this::show, () -> {});
        SerializableConsumer<RuntimeException> failed = ui.accessLater(this::fail, () -> {});
        // It takes seconds where there are millions.
        Thread.ofVirtual().name("ledger-check").start(() -> {
            try {
                done.accept(reconciliation.run(admin));
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        });
    }

    private void show(Reconciled found) {
        check.setEnabled(true);
        String key = found.agrees() ? "billing.check.agrees" : "billing.check.differs";
        result.setText(getTranslation(
                key,
                words.count(found.messages()),
                words.count(found.entries()),
                words.time(found.finishedAt()),
                words.count(found.differences())));
        sample.removeAll();
        found.sample().forEach(difference -> sample.add(new ListItem(difference)));
        sample.setVisible(!found.agrees());
        setClassName("differs", !found.agrees());
    }

    private void fail(RuntimeException e) {
        log.error("The ledger could not be checked", e);
        check.setEnabled(true);
        result.setText(getTranslation("billing.check.failed"));
    }
}

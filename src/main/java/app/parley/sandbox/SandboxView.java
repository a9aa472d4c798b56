package app.parley.sandbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;

/** The page of customers' phones, several side by side, and beside them what their world is like. */
@Route("sandbox")
@PermitAll
@StyleSheet("context://styles/sandbox.css")
public class SandboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ObjectProvider<SandboxControls> controls;
    private final Div row = new Div();
    private final TimeChoice time = new TimeChoice();
    private final transient Map<PhoneId, PhoneCard> open = new ConcurrentHashMap<>();
    private transient Runnable stopListening = () -> {};

    SandboxView(ObjectProvider<SandboxControls> controls) {
        this.controls = controls;
        setClassName("sandbox");
        row.setClassName("sandbox-phones");
        controls.ifAvailable(this::build);
    }

    private void build(SandboxControls controls) {
        PhoneChoice choice = new PhoneChoice(controls.phones(), phones -> show(controls, phones), this::lead);
        Div world = new Div(new OutcomeChoice(controls.outcomes()), time, new TemplateChoices(controls.templates()));
        world.setClassName("sandbox-world");
        Div table = new Div(row, world);
        table.setClassName("sandbox-table");
        add(new H1(getTranslation("sandbox.title")), new Paragraph(getTranslation("sandbox.lead")), choice, table);
        choice.openFirst();
    }

    /** Cards that stay keep their text; the others come and go. */
    private void show(SandboxControls controls, List<Phone> phones) {
        List<PhoneId> wanted = phones.stream().map(Phone::id).toList();
        open.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && taken(entry.getValue()));
        for (int place = 0; place < phones.size(); place++) {
            Phone phone = phones.get(place);
            PhoneCard card = open.computeIfAbsent(phone.id(), id -> new PhoneCard(phone, controls, time::chosen));
            if (row.indexOf(card) != place) {
                row.addComponentAtIndex(place, card);
            }
        }
    }

    private void lead(Phone phone) {
        PhoneCard card = open.get(phone.id());
        if (card != null) {
            card.lead();
        }
    }

    private boolean taken(PhoneCard card) {
        row.remove(card);
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (controls.getIfAvailable() == null) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        controls.ifAvailable(controls -> stopListening = controls.phones().onChange(phone -> tell(ui, phone)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sandbox.title") + " · Parley";
    }

    private void tell(UI ui, PhoneId phone) {
        PhoneCard card = open.get(phone);
        if (card == null) {
            return;
        }
        try {
            var pushed = ui.access(card::refresh);
            assert !pushed.isCancelled();
        } catch (UIDetachedException gone) {
            stopListening.run();
        }
    }
}

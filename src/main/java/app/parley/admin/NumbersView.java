package app.parley.admin;

import app.parley.numbers.NumberHealth;
import app.parley.numbers.Numbers;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The numbers of the business: whether agents see them, whether anything is sent from them, and how courteously. */
@Route("numbers")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class NumbersView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final transient Numbers numbers;
    private final Div cards = new Div();
    private final Paragraph empty = new Paragraph(getTranslation("numbers.empty"));

    NumbersView(Numbers numbers) {
        this.numbers = numbers;
        Div head = new Div(new H1(getTranslation("numbers.title")));
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("numbers.lead"));
        lead.setClassName("page-lead");
        empty.setClassName("page-empty");
        cards.setClassName("health-blocks");
        setClassName("page");
        add(head, lead, empty, cards);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ReaderTime time = ReaderTime.of(event.getLocationChangeEvent().getUI());
        List<NumberHealth> all = numbers.health();
        empty.setVisible(all.isEmpty());
        cards.removeAll();
        all.forEach(number -> cards.add(new NumberCard(numbers, number, time)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("numbers.title") + " · Parley";
    }
}

package app.parley.admin.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** What is shown, to be saved: the table, or every entry it is made of. */
final class ExportMenu extends Div {

    private final Anchor table = new Anchor();
    private final Anchor entries = new Anchor();
    private final Button button = new Button(getTranslation("billing.export"));

    ExportMenu() {
        setClassName("export");
        button.addClassName("page-action");
        table.setText(getTranslation("billing.export.table"));
        entries.setText(getTranslation("billing.export.entries"));
        Popover menu = new Popover(table, entries);
        menu.setTarget(button);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel(getTranslation("billing.export"));
        menu.getElement().getClassList().add("pick-menu");
        for (Anchor link : new Anchor[] {table, entries}) {
            link.setClassName("export-link");
            link.setRouterIgnore(true);
            link.getElement().setAttribute("download", true);
            link.getElement().addEventListener("click", click -> menu.close());
        }
        add(button, menu);
    }

    void show(BillingAddress address) {
        String query = address.queryString();
        String end = query.isEmpty() ? "" : "?" + query;
        table.setHref("billing/table.csv" + end);
        entries.setHref("billing/entries.csv" + end);
        button.setEnabled(address.fault().isEmpty());
    }
}

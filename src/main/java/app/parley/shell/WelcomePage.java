package app.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;

/** A page without the side menu: the brand, and one card in the middle. */
@JsModule("context://modules/double-click.js")
abstract class WelcomePage extends Main {

    private final Div card = new Div();

    WelcomePage(String title) {
        card.setClassName("welcome-card");
        card.add(new H1(title));
        setClassName("welcome");
        super.add(new Brand(), card);
    }

    final void addToCard(Component... components) {
        card.add(components);
    }
}

package app.parley.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

/** Says that the connection is lost, once it has been for five seconds. The browser's side shows and hides it. */
@JsModule("context://modules/connection.js")
final class ConnectionBanner extends Div {

    ConnectionBanner() {
        setClassName("offline");
        getElement().setAttribute("role", "status").setAttribute("data-text", getTranslation("connection.lost"));
    }
}

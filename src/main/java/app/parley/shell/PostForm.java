package app.parley.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import org.springframework.security.web.csrf.CsrfToken;

/** A form the browser itself posts, as Spring Security's login wants it, with the CSRF token of this session. */
@Tag("form")
final class PostForm extends HtmlContainer {

    PostForm(String action) {
        getElement().setAttribute("method", "post").setAttribute("action", action);
        VaadinRequest request = VaadinService.getCurrentRequest();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            addHidden(token.getParameterName(), token.getToken());
        }
    }

    void addHidden(String name, String value) {
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        add(input);
    }

    NativeButton addSubmit(String text, String className) {
        NativeButton button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        button.setClassName(className);
        add(button);
        return button;
    }
}

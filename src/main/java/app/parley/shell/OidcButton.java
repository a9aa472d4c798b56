package app.parley.shell;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The way in by the identity provider, below the form. Whoever ticks the form's box is kept logged in this way, too. */
final class OidcButton extends Div {

    private static final String HERE = OidcRedirectFilter.PATH.substring(1);

    OidcButton(String name, Checkbox keep) {
        setClassName("welcome-other");
        Anchor link = new Anchor(HERE, getTranslation("login.oidc", name));
        link.setRouterIgnore(true);
        link.setClassName("secondary");
        keep.addValueChangeListener(
                change -> link.setHref(change.getValue() ? HERE + "?" + OidcRedirectFilter.REMEMBER + "=on" : HERE));
        add(new Span(getTranslation("login.or")), link);
    }
}

package app.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;

/** One line of the side menu; below 1180 px only its picture shows. */
final class MenuLink extends RouterLink {

    MenuLink(MenuPage page, Class<? extends Component> view) {
        String name = getTranslation(page.textKey());
        Span icon = new Span();
        icon.addClassNames("icon", "icon-" + page.icon());
        icon.getElement().setAttribute("aria-hidden", "true");
        Span text = new Span(name);
        text.setClassName("menu-text");
        setRoute(view);
        setClassName("menu-link");
        getElement().setAttribute("title", name);
        add(icon, text);
        setHighlightCondition(HighlightConditions.sameLocation());
        setHighlightAction((link, here) -> {
            link.setClassName("on", here);
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}

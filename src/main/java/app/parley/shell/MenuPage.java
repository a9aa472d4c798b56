package app.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Optional;

/** The pages the side menu knows. One that no package offers (yet) is left out. */
enum MenuPage {
    INBOX("", "inbox", Group.EVERYBODY),
    SANDBOX("sandbox", "sandbox", Group.EVERYBODY),
    BILLING("billing", "billing", Group.ADMIN),
    NUMBERS("numbers", "numbers", Group.ADMIN),
    TEAM("team", "team", Group.ADMIN),
    JOURNAL("journal", "journal", Group.ADMIN),
    AUDIT("audit", "audit", Group.ADMIN),
    HEALTH("health", "health", Group.ADMIN),
    SETTINGS("settings", "settings", Group.ADMIN);

    enum Group {
        EVERYBODY,
        ADMIN
    }

    private final String path;
    private final String icon;
    private final Group group;

    MenuPage(String path, String icon, Group group) {
        this.path = path;
        this.icon = icon;
        this.group = group;
    }

    Group group() {
        return group;
    }

    /** The name of its picture under {@code icons/}. */
    String icon() {
        return icon;
    }

    String textKey() {
        return "menu." + icon;
    }

    Optional<Class<? extends Component>> view() {
        return RouteConfiguration.forApplicationScope().getRoute(path);
    }
}

package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.ColorScheme;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who I am here; behind it, my colours and the way out, and on a phone the admin's pages, which have no room below. */
final class UserMenu extends MenuBar {

    private final Map<ColorScheme, MenuItem> schemes = new EnumMap<>(ColorScheme.class);

    UserMenu(
            Agent agent,
            List<MenuPage> adminPages,
            SerializableConsumer<ColorScheme> chooseScheme,
            SerializableRunnable logOut) {
        setClassName("me");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem me = addItem(new Whoami(agent));
        me.setAriaLabel(getTranslation("menu.me", agent.name()));
        SubMenu menu = me.getSubMenu();
        adminPages.forEach(page -> addPage(menu, page));
        menu.addItem(getTranslation("menu.profile"), click -> getUI().ifPresent(ui -> ui.navigate(ProfileView.class)));
        Span heading = new Span(getTranslation("menu.scheme"));
        heading.setClassName("menu-heading");
        menu.addComponent(heading);
        for (ColorScheme scheme : ColorScheme.values()) {
            schemes.put(scheme, menu.addItem(text(scheme), click -> choose(scheme, chooseScheme)));
        }
        schemes.values().forEach(item -> item.setCheckable(true));
        check(agent.colorScheme());
        menu.addSeparator();
        menu.addItem(getTranslation("menu.logout"), click -> logOut.run());
    }

    private void addPage(SubMenu menu, MenuPage page) {
        page.view().ifPresent(view -> {
            MenuItem item =
                    menu.addItem(getTranslation(page.textKey()), click -> getUI().ifPresent(ui -> ui.navigate(view)));
            item.addClassName("phone-only");
        });
    }

    private void choose(ColorScheme scheme, SerializableConsumer<ColorScheme> chooseScheme) {
        chooseScheme.accept(scheme);
        check(scheme);
        getUI().ifPresent(ui -> apply(ui, scheme));
    }

    private void check(ColorScheme chosen) {
        schemes.forEach((scheme, item) -> item.setChecked(scheme == chosen));
    }

    private static void apply(UI ui, ColorScheme scheme) {
        ui.getPage()
                .executeJs(
                        "if ($0) document.documentElement.dataset.scheme = $0;"
                                + " else delete document.documentElement.dataset.scheme",
                        attribute(scheme));
    }

    /** What the root element's {@code data-scheme} says; empty to follow the operating system. */
    static String attribute(ColorScheme scheme) {
        return scheme == ColorScheme.SYSTEM ? "" : scheme.name().toLowerCase(Locale.ROOT);
    }

    private String text(ColorScheme scheme) {
        return getTranslation("menu.scheme." + scheme.name().toLowerCase(Locale.ROOT));
    }

    /** Initials, name, presence. */
    private static final class Whoami extends Span {

        Whoami(Agent agent) {
            setClassName("whoami");
            Span avatar = new Span(initials(agent.name()));
            avatar.addClassNames("av", "av-small", "on-dot");
            Span name = new Span(agent.name());
            name.setClassName("me-name");
            // The browser knows which of the two holds (connection.js).
            Span online = new Span(getTranslation("menu.online"));
            online.addClassNames("me-presence", "when-online");
            Span offline = new Span(getTranslation("menu.offline"));
            offline.addClassNames("me-presence", "when-offline");
            Span words = new Span(name, online, offline);
            words.setClassName("me-words");
            add(avatar, words);
        }

        private static String initials(String name) {
            String trimmed = name.strip();
            int lastSpace = trimmed.lastIndexOf(' ');
            return firstLetter(trimmed) + (lastSpace < 0 ? "" : firstLetter(trimmed.substring(lastSpace + 1)));
        }

        private static String firstLetter(String word) {
            return word.isEmpty() ? "" : Character.toString(Character.toUpperCase(word.codePointAt(0)));
        }
    }
}

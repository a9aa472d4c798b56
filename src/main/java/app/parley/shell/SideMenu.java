package app.parley.shell;

import app.parley.team.Agent;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Where am I, and what waits for me: a column, a rail of pictures below 1180 px, a bar at the bottom of a phone. */
final class SideMenu extends Nav {

    private final UnseenBadge badge = new UnseenBadge();
    private final AlarmBadge alarm = new AlarmBadge();

    SideMenu(Agent agent, MenuPages pages, UserMenu userMenu) {
        setClassName("nav");
        setAriaLabel(getTranslation("menu.label"));
        add(new Brand());
        pages.of(agent, MenuPage.Group.EVERYBODY).forEach(this::addLink);
        List<MenuPage> adminPages = pages.of(agent, MenuPage.Group.ADMIN);
        if (!adminPages.isEmpty()) {
            Span heading = new Span(getTranslation(agent.isAdmin() ? "menu.admin" : "menu.more"));
            heading.setClassName("menu-group");
            add(heading);
            adminPages.forEach(this::addLink);
        }
        add(userMenu);
    }

    void showUnseen(int unseen) {
        badge.show(unseen);
    }

    void showAlarms(int alarms) {
        alarm.show(alarms);
    }

    private void addLink(MenuPage page) {
        page.view().ifPresent(view -> {
            MenuLink link = new MenuLink(page, view);
            link.addClassName(page.group() == MenuPage.Group.ADMIN ? "menu-admin" : "menu-everybody");
            if (page == MenuPage.INBOX) {
                link.add(badge);
            } else if (page == MenuPage.HEALTH) {
                link.add(alarm);
            }
            add(link);
        });
    }
}

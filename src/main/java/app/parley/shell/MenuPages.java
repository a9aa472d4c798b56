package app.parley.shell;

import app.parley.team.Agent;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which pages an agent finds in the menu: only what exists and is theirs. */
@Component
class MenuPages {

    private final boolean sandboxOn;

    MenuPages(@Value("${parley.sandbox.enabled:false}") boolean sandboxOn) {
        this.sandboxOn = sandboxOn;
    }

    List<MenuPage> of(Agent agent, MenuPage.Group group) {
        return Arrays.stream(MenuPage.values())
                .filter(page -> page.group() == group)
                .filter(page -> isFor(agent, page))
                .filter(page -> page != MenuPage.SANDBOX || sandboxOn)
                .filter(page -> page.view().isPresent())
                .toList();
    }

    private static boolean isFor(Agent agent, MenuPage page) {
        return page == MenuPage.BILLING
                ? agent.maySeeBilling()
                : page.group() != MenuPage.Group.ADMIN || agent.isAdmin();
    }
}

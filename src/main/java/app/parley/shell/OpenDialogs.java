package app.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Dialogs belong to what they were opened over: whoever goes back, or follows a link, leaves them, too. */
final class OpenDialogs {

    /** What the pages do themselves, such as going to the conversation that a dialog has just begun, closes nothing. */
    private static final Set<NavigationTrigger> BY_THE_READER =
            Set.of(NavigationTrigger.HISTORY, NavigationTrigger.ROUTER_LINK, NavigationTrigger.CLIENT_SIDE);

    private OpenDialogs() {}

    static void closeOnNavigation(UI ui) {
        ui.addBeforeEnterListener(event -> {
            if (BY_THE_READER.contains(event.getTrigger())) {
                // First listed, then closed: closing changes what there is.
                List<Component> open = below(ui).toList();
                open.forEach(OpenDialogs::close);
            }
        });
    }

    /** Those over the page, and those over these. */
    private static Stream<Component> below(Component parent) {
        return parent.getChildren()
                .filter(child -> child instanceof Dialog || child instanceof ConfirmDialog)
                .flatMap(dialog -> Stream.concat(below(dialog), Stream.of(dialog)));
    }

    /** What only its own button closes holds something that is shown once. */
    private static void close(Component open) {
        switch (open) {
            case ConfirmDialog question -> question.close();
            case Dialog dialog when dialog.isCloseOnEsc() -> dialog.close();
            default -> {}
        }
    }
}

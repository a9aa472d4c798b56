package app.parley.admin;

import app.parley.conversations.BlockedCustomer;
import app.parley.conversations.Blocking;
import app.parley.conversations.RefusedException;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;

/** The customers who may not write to a number; nothing while there are none. */
final class BlockedBlock extends Section {

    private static final int MOST = 200;

    private final transient Blocking blocking;
    private final AgentId me;

    BlockedBlock(Blocking blocking, AgentId me) {
        this.blocking = blocking;
        this.me = me;
        setClassName("account");
    }

    void show(ReaderTime time) {
        List<BlockedCustomer> blocked = blocking.newest(me, MOST);
        removeAll();
        setVisible(!blocked.isEmpty());
        HealthLines lines = new HealthLines();
        blocked.forEach(one -> lines.line(
                one.phone() == null ? one.name() : MetaWords.joined(one.name(), one.phone()),
                getTranslation("blocked.since", one.numberName(), time.words(one.blockedAt())),
                unblock(one, time)));
        add(new H2(getTranslation("blocked.title")), lines);
    }

    private Button unblock(BlockedCustomer one, ReaderTime time) {
        Button button = new Button(getTranslation("blocked.unblock"));
        button.setAriaLabel(getTranslation("blocked.unblock.of", one.name()));
        button.setDisableOnClick(true);
        button.addClickListener(click -> BackgroundCall.ask(
                UI.getCurrent(),
                () -> {
                    blocking.unblock(me, one.conversation());
                    return one;
                },
                done -> show(time),
                trouble -> {
                    button.setEnabled(true);
                    String reason = trouble instanceof RefusedException refused
                            ? refused.refusal().name()
                            : "BLOCK_FAILED";
                    Notification.show(getTranslation("chat.refused." + reason));
                }));
        return button;
    }
}

package app.parley.inbox.chat;

import app.parley.audit.Caller;
import app.parley.conversations.Blocking;
import app.parley.conversations.ChatHeader;
import app.parley.conversations.Refusal;
import app.parley.conversations.RefusedException;
import app.parley.inbox.PlainName;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Blocks the customer of the open conversation, once the agent is sure, or unblocks them: an item of the menu. */
final class BlockTool {

    private final Blocking blocking;
    private final AgentId agent;
    private final Clock clock;
    private @Nullable MenuItem item;
    private @Nullable ChatHeader shown;

    BlockTool(Blocking blocking, AgentId agent, Clock clock) {
        this.blocking = blocking;
        this.agent = agent;
        this.clock = clock;
    }

    void addTo(ContextMenu menu) {
        item = menu.addItem(menu.getTranslation("chat.block"), click -> pressed(menu));
    }

    /** Touches the item only when it is another one: every change is sent to the browser. */
    void show(ChatHeader header) {
        String key = header.blockedAt() == null ? "chat.block" : "chat.unblock";
        if (item != null && !item.getTranslation(key).equals(item.getText())) {
            item.setText(item.getTranslation(key));
        }
        shown = header;
    }

    private void pressed(ContextMenu menu) {
        ChatHeader header = shown;
        if (header == null) {
            return;
        }
        if (header.blockedAt() != null) {
            change(header, false);
            return;
        }
        String customer = PlainName.of(header.customerName());
        if (isTooLate(header)) {
            explain(menu, customer);
            return;
        }
        ConfirmDialog sure = new ConfirmDialog(
                menu.getTranslation("chat.block.sure", customer),
                menu.getTranslation("chat.block.meaning", customer, header.numberName()),
                menu.getTranslation("chat.block.do"),
                confirmed -> change(header, true));
        sure.setCancelable(true);
        sure.setCancelText(menu.getTranslation("chat.block.cancel"));
        sure.open();
    }

    /** WhatsApp blocks only whoever has written within 24 hours. Archiving hides since when: then it is WhatsApp's to say. */
    private boolean isTooLate(ChatHeader header) {
        return !header.archived() && !header.isOpenAt(clock.instant());
    }

    private static void explain(ContextMenu menu, String customer) {
        ConfirmDialog late = new ConfirmDialog();
        late.setHeader(menu.getTranslation("chat.block.late", customer));
        late.setText(menu.getTranslation("chat.block.late.meaning", customer));
        late.setConfirmText(menu.getTranslation("chat.block.late.close"));
        late.open();
    }

    /** WhatsApp may take its time; what came of it shows by itself, on every screen. */
    private void change(ChatHeader header, boolean blocks) {
        UI ui = UI.getCurrent();
        SerializableConsumer<String> refused =
                ui.accessLater(reason -> Toast.say(ui.getTranslation("chat.refused." + reason)), () -> {});
        Supplier<Optional<Refusal>> work = Caller.carriedBy(() -> changed(header, blocks));
        Thread.ofVirtual().name("block").start(() -> work.get().ifPresent(refusal -> refused.accept(refusal.name())));
    }

    private Optional<Refusal> changed(ChatHeader header, boolean blocks) {
        try {
            if (blocks) {
                blocking.block(agent, header.id());
            } else {
                blocking.unblock(agent, header.id());
            }
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.refusal());
        }
    }
}

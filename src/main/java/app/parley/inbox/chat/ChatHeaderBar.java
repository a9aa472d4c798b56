package app.parley.inbox.chat;

import app.parley.billing.ConversationCost;
import app.parley.conversations.ChatHeader;
import app.parley.inbox.Avatar;
import app.parley.inbox.PhoneWords;
import app.parley.inbox.PlainName;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;

/** Who this conversation is with, how long a reply is possible, and what can be done with it. */
class ChatHeaderBar extends Header {

    private final Span avatar = new Span();
    private final H1 name = new H1();
    private final Span where = new Span();
    private final SessionTimer timer;
    private final Span cost = new Span();
    private final Span archived = new Span();
    private final Button archive = new Button();
    private final ContextMenu menu;
    private final MenuItem archiveItem;
    private final TemplateTool template = new TemplateTool();
    private final transient BlockTool block;

    ChatHeaderBar(Runnable back, Runnable archiving, Runnable markUnread, Runnable inDoubt, BlockTool block) {
        this.block = block;
        addClassName("chat-header");
        timer = new SessionTimer(inDoubt);
        Button backButton = new Button("‹", click -> back.run());
        backButton.setAriaLabel(getTranslation("chat.back"));
        backButton.addClassName("chat-back");
        avatar.addClassName("avatar");
        avatar.getElement().setAttribute("dir", "auto").setAttribute("aria-hidden", "true");
        name.getElement().setAttribute("dir", "auto");
        where.addClassName("chat-where");
        cost.addClassName("chat-cost");
        Div who = new Div(name, where, cost);
        who.addClassName("chat-who");
        archived.setText(getTranslation("chat.archived"));
        archived.addClassName("archived-chip");
        archive.setText(getTranslation("chat.archive"));
        archive.addClassName("chat-tool");
        archive.addClickListener(click -> archiving.run());
        Button more = new Button("⋮");
        more.setAriaLabel(getTranslation("chat.more"));
        more.addClassName("chat-more");
        menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        archiveItem = menu.addItem(getTranslation("chat.archive"), click -> archiving.run());
        archiveItem.addClassNames("chat-tool-item");
        template.addTo(menu);
        menu.addItem(getTranslation("chat.mark-unread"), click -> markUnread.run());
        block.addTo(menu);
        add(backButton, avatar, who);
        getElement().appendChild(timer.getElement());
        add(archived, template, archive, more);
    }

    /** Touches only what differs: the list of what changed goes to the browser with every push. */
    void show(ChatHeader header, Instant now) {
        String customer = PlainName.of(header.customerName());
        if (!customer.equals(name.getText())) {
            name.setText(customer);
            avatar.setText(Avatar.initials(header.customerName()));
            avatar.getElement().setAttribute("hue", String.valueOf(Avatar.hue(header.customerName())));
        }
        String phone = header.customerPhone();
        String place = phone == null ? header.numberName() : PhoneWords.format(phone) + " · " + header.numberName();
        if (!place.equals(where.getText())) {
            where.setText(place);
        }
        timer.show(header.archived() || header.blockedAt() != null ? null : header.sessionEndsAt(), now);
        archived.getElement().setAttribute("hidden", !header.archived());
        archive.getElement().setAttribute("hidden", header.archived());
        archiveItem.setVisible(!header.archived());
        // Without a session it is offered in the reply box's place.
        template.offer(header.isOpenAt(now));
        block.show(header);
    }

    /** Nothing where agents are not to see it. */
    void showCost(Optional<ConversationCost> so) {
        String words = so.map(it -> getTranslation("chat.cost", CostWords.of(it, getLocale())))
                .orElse("");
        if (!words.equals(cost.getText())) {
            cost.setText(words);
        }
    }

    /** What only admins find in the menu. */
    void offer(CustomerMenu forAdmins) {
        addClassName("has-more");
        forAdmins.addTo(menu, name::getText);
    }

    /** The agent wants to send a template. */
    void onTemplate(Runnable handler) {
        template.onPressed(handler);
    }

    /** The browser doubts its clock. */
    void tell(Instant now) {
        timer.tell(now);
    }
}

package app.parley.sandbox;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything a customer may send that is not typed, and may do to what was sent. */
final class AttachMenu extends MenuBar {

    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "😮", "🙏");

    /** What is filled in comes as text with JSON in it (contract section 2.2). */
    private static final String FORM =
            "{\"flow_token\":\"unused\",\"delivery_day\":\"Saturday\",\"guests\":40,\"allergies\":\"nuts\"}";

    private final transient Phone phone;
    private final transient SandboxControls controls;
    private final transient Consumer<CustomerContent> say;
    private final transient Supplier<MessageTime> time;

    AttachMenu(Phone phone, SandboxControls controls, Consumer<CustomerContent> say, Supplier<MessageTime> time) {
        this.phone = phone;
        this.controls = controls;
        this.say = say;
        this.time = time;
        setClassName("phone-attach");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem root = addItem(getTranslation("sandbox.attachSign"));
        root.setAriaLabel(getTranslation("sandbox.attachAs", phone.customer().name()));
        SubMenu menu = root.getSubMenu();
        files(menu);
        item(menu, "location", () -> CustomerContent.location(41.38263, 2.17697, "Plaça Reial", "08002 Barcelona"));
        item(menu, "contacts", () -> CustomerContent.contact("Freja Lind", "+46 70 765 43 21"));
        item(menu, "order", CustomerContent::order);
        replies(group(menu, "replies"));
        odd(group(menu, "odd"));
        reactions(group(menu, "react"));
        changes(group(menu, "changes"));
        action(menu, "number", () -> controls.actions().changesNumber(phone));
        action(menu, "call", () -> controls.actions().calls(phone));
    }

    private void files(SubMenu menu) {
        file(menu, "image", "image", "almond-tart.jpg", "image/jpeg");
        file(menu, "video", "video", "fresh-loaf.mp4", "video/mp4");
        file(menu, "audio", "audio", "voice-message.ogg", "audio/ogg; codecs=opus");
        file(menu, "document", "document", "menu-catering.pdf", "application/pdf");
        file(menu, "sticker", "sticker", "sticker.webp", "image/webp");
        file(menu, "animated", "sticker", "hopping-sticker.webp", "image/webp");
    }

    /** They answer the business's last message, if there is one. */
    private void replies(SubMenu menu) {
        item(
                menu,
                "button",
                () -> quoting(CustomerContent.reply(
                        "button_reply",
                        MetaJson.object().put("id", "yes").put("title", getTranslation("sandbox.say.button")))));
        item(
                menu,
                "list",
                () -> quoting(CustomerContent.reply(
                        "list_reply",
                        MetaJson.object()
                                .put("id", "saturday")
                                .put("title", getTranslation("sandbox.say.list"))
                                .put("description", getTranslation("sandbox.say.list.more")))));
        item(
                menu,
                "flow",
                () -> quoting(CustomerContent.reply(
                        "nfm_reply",
                        MetaJson.object()
                                .put("name", "flow")
                                .put("body", "Sent")
                                .put("response_json", FORM))));
        item(menu, "quote", () -> quoting(CustomerContent.text(getTranslation("sandbox.say.quote"))));
    }

    private void odd(SubMenu menu) {
        item(menu, "forwarded", () -> CustomerContent.forwarded(getTranslation("sandbox.say.forwarded")));
        item(menu, "advert", () -> CustomerContent.fromAdvert(getTranslation("sandbox.say.advert")));
        item(menu, "poll", () -> CustomerContent.unsupported("poll_creation"));
    }

    private void reactions(SubMenu menu) {
        EMOJI.forEach(emoji -> menu.addItem(emoji, click -> react(emoji)));
        menu.addItem(getTranslation("sandbox.attach.unreact"), click -> react(""));
    }

    private void react(String emoji) {
        phone.last(false).ifPresent(message -> say.accept(CustomerContent.reaction(message.id(), emoji)));
    }

    /** To the customer's own last message; whether the business is told which depends on its number. */
    private void changes(SubMenu menu) {
        for (boolean passedOn : new boolean[] {true, false}) {
            String suffix = passedOn ? "" : ".untold";
            action(
                    menu,
                    "edit" + suffix,
                    () -> phone.last(true)
                            .ifPresent(message -> controls.actions()
                                    .edits(
                                            phone,
                                            message.id(),
                                            getTranslation("sandbox.say.edited"),
                                            passedOn,
                                            time.get())));
            action(
                    menu,
                    "delete" + suffix,
                    () -> phone.last(true)
                            .ifPresent(
                                    message -> controls.actions().deletes(phone, message.id(), passedOn, time.get())));
        }
    }

    private CustomerContent quoting(CustomerContent content) {
        return content.inReplyTo(phone.last(false).orElse(null), phone.number());
    }

    private void file(SubMenu menu, String key, String type, String file, String mimeType) {
        item(menu, key, () -> CustomerContent.file(type, controls.media().sample(file, mimeType)));
    }

    private void item(SubMenu menu, String key, Supplier<CustomerContent> content) {
        action(menu, key, () -> say.accept(content.get()));
    }

    private void action(SubMenu menu, String key, Runnable action) {
        menu.addItem(getTranslation("sandbox.attach." + key), click -> action.run());
    }

    private SubMenu group(SubMenu menu, String key) {
        return menu.addItem(getTranslation("sandbox.attach." + key)).getSubMenu();
    }
}

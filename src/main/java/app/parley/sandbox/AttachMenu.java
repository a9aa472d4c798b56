package app.parley.sandbox;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything a customer may send that is not typed. */
final class AttachMenu extends MenuBar {

    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "😮", "🙏");

    private final transient Supplier<Optional<PhoneMessage>> lastOfBusiness;
    private final transient Consumer<Saying> say;

    AttachMenu(
            String customer, MediaStore media, Supplier<Optional<PhoneMessage>> lastOfBusiness, Consumer<Saying> say) {
        this.lastOfBusiness = lastOfBusiness;
        this.say = say;
        setClassName("phone-attach");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem root = addItem(getTranslation("sandbox.attachSign"));
        root.setAriaLabel(getTranslation("sandbox.attachAs", customer));
        SubMenu menu = root.getSubMenu();
        item(menu, "image", () -> Saying.file("image", media.sample("almond-tart.jpg", "image/jpeg")));
        item(menu, "location", () -> Saying.location(41.38263, 2.17697, "Plaça Reial", "08002 Barcelona"));
        item(menu, "audio", () -> Saying.file("audio", media.sample("voice-message.ogg", "audio/ogg; codecs=opus")));
        item(menu, "document", () -> Saying.file("document", media.sample("menu-catering.pdf", "application/pdf")));
        item(menu, "sticker", () -> Saying.file("sticker", media.sample("sticker.webp", "image/webp")));
        item(menu, "contacts", () -> Saying.contact("Freja Lind", "+46 70 765 43 21"));
        reactions(menu.addItem(getTranslation("sandbox.attach.react")).getSubMenu());
    }

    private void reactions(SubMenu menu) {
        EMOJI.forEach(emoji -> menu.addItem(emoji, click -> react(emoji)));
        menu.addItem(getTranslation("sandbox.attach.unreact"), click -> react(""));
    }

    private void react(String emoji) {
        lastOfBusiness.get().ifPresent(message -> say.accept(Saying.reaction(message.id(), emoji)));
    }

    private void item(SubMenu menu, String key, Supplier<Saying> saying) {
        menu.addItem(getTranslation("sandbox.attach." + key), click -> say.accept(saying.get()));
    }
}

package app.parley.inbox.chat;

import app.parley.cloudapi.TemplateFrame;
import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the words of a template, as modules/bubble-template.js draws it. Its buttons are drawn, not
 * pressed: they are the customer's.
 */
record TemplateView(@Nullable String header, @Nullable String footer, List<Button> buttons) {

    /** @param hint what pressing it does, for those who wonder */
    record Button(String sign, String text, @Nullable String hint) {}

    static @Nullable TemplateView of(@Nullable TemplateFrame frame, Component words) {
        return frame == null
                        || (frame.header() == null
                                && frame.footer() == null
                                && frame.buttons().isEmpty())
                ? null
                : new TemplateView(
                        frame.header(),
                        frame.footer(),
                        frame.buttons().stream()
                                .map(button -> button(button, words))
                                .toList());
    }

    private static Button button(TemplateFrame.Button button, Component words) {
        return switch (button.type()) {
            case "URL" -> new Button("↗", button.text(), button.target());
            case "PHONE_NUMBER", "VOICE_CALL" -> new Button("✆", button.text(), button.target());
            case "COPY_CODE" ->
                new Button("⧉", text(button, words.getTranslation("chat.template.copy-code")), button.target());
            case "QUICK_REPLY" -> new Button("↩", button.text(), null);
            default -> new Button("•", button.text(), null);
        };
    }

    private static String text(TemplateFrame.Button button, String otherwise) {
        return button.text().isEmpty() ? otherwise : button.text();
    }
}

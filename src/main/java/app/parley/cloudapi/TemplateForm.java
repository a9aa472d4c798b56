package app.parley.cloudapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a template consists of, and what is to be filled in (contract section 6).
 *
 * @param footer a quiet line below its words
 * @param obstacle why it cannot be sent from here; null when it can
 */
public record TemplateForm(
        @Nullable TemplateHeader header,
        TemplateText body,
        @Nullable String footer,
        List<TemplateButton> buttons,
        @Nullable Unsendable obstacle) {

    /** @param components in Meta's words; what cannot be read is a template that cannot be sent */
    public static TemplateForm of(@Nullable String components) {
        return TemplateReader.read(components);
    }

    /** Everything to fill in, from top to bottom. */
    public List<TemplateSlot> slots() {
        List<TemplateSlot> slots = new ArrayList<>();
        if (header instanceof TemplateHeader.Words words) {
            slots.addAll(words.text().slots());
        }
        slots.addAll(body.slots());
        buttons.stream().map(TemplateButton::slot).filter(Objects::nonNull).forEach(slots::add);
        return slots;
    }

    /** The kind of file that must be sent along: image, video or document. */
    public Optional<String> fileType() {
        return Stream.ofNullable(header)
                .filter(TemplateHeader.File.class::isInstance)
                .map(file -> ((TemplateHeader.File) file).type())
                .findFirst();
    }
}

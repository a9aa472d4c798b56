package app.parley.conversations;

import app.parley.cloudapi.FilledTemplate;
import app.parley.numbers.ApprovedTemplate;
import app.parley.numbers.NumberId;
import app.parley.numbers.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a chosen template into what is sent, if its number may send it now and nothing is missing. */
@Component
class TemplateRenderer {

    private final Templates templates;

    TemplateRenderer(Templates templates) {
        this.templates = templates;
    }

    Content.Template write(NumberId number, TemplateChoice choice) {
        ApprovedTemplate template = templates
                .approved(number, choice.template())
                .filter(approved -> approved.form().obstacle() == null)
                .orElseThrow(() -> new RefusedException(Refusal.TEMPLATE_GONE));
        FilledTemplate filled = new FilledTemplate(template.form(), choice.values());
        OwnFile header = choice.header() == null ? null : choice.header().file();
        if (!filled.flaws().isEmpty() || !fits(template, choice.header())) {
            throw new RefusedException(Refusal.TEMPLATE_INCOMPLETE);
        }
        return new Content.Template(
                filled.words(),
                filled.content(template.name(), template.language(), header == null ? null : header.fileName()),
                filled.frame().toJson(),
                header);
    }

    /** A file where one belongs, and of its kind: what is too large for a picture was taken in as a document. */
    private static boolean fits(ApprovedTemplate template, Content.@Nullable File header) {
        String type = template.form().fileType().orElse(null);
        if (type == null || header == null) {
            return type == null && header == null;
        }
        return header.kind().name().equalsIgnoreCase(type);
    }
}

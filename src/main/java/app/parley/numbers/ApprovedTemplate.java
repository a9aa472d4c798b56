package app.parley.numbers;

import app.parley.cloudapi.TemplateForm;
import org.jspecify.annotations.Nullable;

/**
 * A template that WhatsApp lets an account send.
 *
 * @param language with an underscore, such as {@code en_US}
 * @param category MARKETING, UTILITY or AUTHENTICATION
 */
public record ApprovedTemplate(
        TemplateId id,
        String name,
        String language,
        @Nullable String category,
        TemplateForm form) {}

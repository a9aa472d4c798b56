package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;

/**
 * A button below a template.
 *
 * @param type Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, …
 * @param target where it leads or what it calls, perhaps with a place to fill in; null when it does neither
 * @param slot what is to be filled in for it
 */
public record TemplateButton(
        String type,
        String text,
        @Nullable TemplateText target,
        @Nullable TemplateSlot slot) {}

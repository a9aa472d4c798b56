package app.parley.numbers;

import app.parley.cloudapi.ListedTemplate;
import app.parley.cloudapi.TemplateChange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What we know of a template, to compare with what WhatsApp lists. */
record KeptTemplate(
        TemplateId id,
        @Nullable Long metaId,
        @Nullable String category,
        @Nullable String status,
        @Nullable String quality,
        @Nullable String reason,
        @Nullable String components,
        @Nullable String parameterFormat) {

    /** What the list does not speak of has not changed; nor does it speak of warnings, which stay as reasons. */
    boolean isAs(ListedTemplate listed) {
        TemplateChange now = listed.state();
        return isAs(metaId, now.id())
                && isAs(category, now.category())
                && isAs(status, now.status())
                && isAs(quality, now.quality())
                && isAs(reason, now.reason())
                && isAs(components, listed.components())
                && isAs(parameterFormat, listed.parameterFormat());
    }

    private static boolean isAs(@Nullable Object before, @Nullable Object now) {
        return now == null || Objects.equals(before, now);
    }
}

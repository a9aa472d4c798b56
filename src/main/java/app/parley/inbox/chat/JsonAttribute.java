package app.parley.inbox.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an attribute carries to a bubble's drawing, when that is more than a word: JSON, ready to be shown. */
final class JsonAttribute {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(given -> given.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private JsonAttribute() {}

    static @Nullable String json(@Nullable Object content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    /** In which numbers and money are written. */
    static Locale readersLocale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}

package app.parley.inbox.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
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

    /** Numbers and money are written as the reader's browser has it, whatever language our words are in. */
    static Locale readersLocale() {
        UI ui = UI.getCurrent();
        VaadinSession session = ui == null ? null : ui.getSession();
        Locale locale = session == null ? null : session.getBrowser().getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}

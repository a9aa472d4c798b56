package app.parley.inbox.chat;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The time left to reply. It ticks in the browser (modules/timer.js), which comes back only when in doubt or at zero. */
@Tag("parley-timer")
@JsModule("context://modules/timer.js")
class SessionTimer extends Component {

    private final Runnable inDoubt;
    private @Nullable Instant endsAt;

    /** @param inDoubt the browser's clock jumped, or its count reached zero: read again and {@link #tell} */
    SessionTimer(Runnable inDoubt) {
        this.inDoubt = inDoubt;
        getElement()
                .setAttribute("role", "timer")
                .setAttribute("aria-live", "off")
                .setAttribute("class", "timer")
                .setAttribute("to-reply", getTranslation("chat.to-reply"))
                .setAttribute("expired", getTranslation("chat.expired"));
    }

    /** @param endsAt null when there is nothing to count: archived, or never opened */
    void show(@Nullable Instant endsAt, Instant now) {
        getElement().setAttribute("hidden", endsAt == null);
        flag("gone", endsAt != null && !now.isBefore(endsAt));
        if (!Objects.equals(endsAt, this.endsAt)) {
            this.endsAt = endsAt;
            if (endsAt == null) {
                getElement().removeAttribute("ends-at");
            } else {
                getElement().setAttribute("ends-at", String.valueOf(endsAt.toEpochMilli()));
                tell(now);
            }
        }
    }

    /** The server's clock, against which the browser counts. */
    void tell(Instant now) {
        getElement().setAttribute("server-now", String.valueOf(now.toEpochMilli()));
    }

    @ClientCallable
    void sync() {
        inDoubt.run();
    }

    private void flag(String attribute, boolean on) {
        Element element = getElement();
        if (element.hasAttribute(attribute) != on) {
            element.setAttribute(attribute, on);
        }
    }
}

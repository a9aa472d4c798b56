package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in plain words what became of a message of ours that did not simply arrive. */
final class StateWords {

    /** Meta's codes that the bundle has a sentence for. */
    private static final Set<Integer> EXPLAINED = Set.of(
            4, 10, 100, 190, 200, 80007, 130403, 130429, 130472, 130497, 131000, 131008, 131009, 131016, 131026, 131030,
            131031, 131037, 131042, 131045, 131047, 131048, 131049, 131050, 131051, 131053, 131056, 132000, 132001,
            132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069);

    private StateWords() {}

    /** Null when the ticks say it all. */
    static @Nullable String of(ChatMessage message, Instant now, Component words) {
        DeliveryState state = message.state();
        if (message.resent() && (state == DeliveryState.UNKNOWN || state == DeliveryState.FAILED)) {
            return words.getTranslation("chat.resent." + state);
        }
        if (state == DeliveryState.UNKNOWN) {
            return words.getTranslation(message.isUnknownForLong(now) ? "chat.unknown.long" : "chat.unknown");
        }
        return state == DeliveryState.FAILED ? failure(message.errorCode(), words) : null;
    }

    private static String failure(@Nullable Integer code, Component words) {
        if (code == null) {
            return words.getTranslation("chat.failed");
        }
        return EXPLAINED.contains(code)
                ? words.getTranslation("chat.failed-because." + code)
                : words.getTranslation("chat.failed-because", code);
    }
}

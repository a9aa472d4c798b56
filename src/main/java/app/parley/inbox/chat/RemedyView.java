package app.parley.inbox.chat;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.Remedy;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one button below a message that was not sent (modules/bubble-remedy.js): what is done, and its label. */
record RemedyView(String act, String label) {

    /** Null when nothing helps, or somebody has done it already. */
    static @Nullable RemedyView of(ChatMessage message, Instant now, Component words) {
        return switch (remedy(message, now)) {
            case TRY_AGAIN -> new RemedyView(act(Remedy.TRY_AGAIN), words.getTranslation("chat.word.try-again"));
            case SEND_TEMPLATE -> new RemedyView(act(Remedy.SEND_TEMPLATE), words.getTranslation("chat.template"));
            case NONE -> null;
        };
    }

    private static String act(Remedy remedy) {
        return remedy.name().toLowerCase(Locale.ROOT);
    }

    static boolean is(String act, Remedy remedy) {
        return act(remedy).equals(act);
    }

    private static Remedy remedy(ChatMessage message, Instant now) {
        if (message.resent()) {
            return Remedy.NONE;
        }
        if (message.state() == DeliveryState.FAILED) {
            Integer code = message.errorCode();
            return code == null ? Remedy.TRY_AGAIN : GraphError.remedy(code);
        }
        return message.isUnknownForLong(now) ? Remedy.TRY_AGAIN : Remedy.NONE;
    }
}

package app.parley.conversations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own id of a message, given along with a send and coming back in its statuses ({@code biz_opaque_callback_data}). */
public final class CallbackData {

    private static final String PREFIX = "parley:";

    private CallbackData() {}

    public static String of(MessageId message) {
        return PREFIX + message.value();
    }

    /** Empty when it is not ours: another application may send from the same number. */
    static Optional<MessageId> parse(@Nullable String data) {
        if (data == null || !data.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageId(Long.parseLong(data.substring(PREFIX.length()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package app.parley.inbox.chat;

import app.parley.cloudapi.MessageDetails;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.MessageKind;
import app.parley.inbox.PhoneWords;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** What happened rather than was said: a quiet line between the bubbles. */
final class NoticeWords {

    private NoticeWords() {}

    /** Null for everything that is said. Edits, deletions and reactions come here only when it is not known to what. */
    static @Nullable String of(ChatMessage message, ChatParticipants people, Component words) {
        String who = people.customerFirst();
        return switch (message.kind()) {
            case SYSTEM -> system(message, who, words);
            case EDIT -> words.getTranslation("chat.notice.edited", who);
            case REVOKE -> words.getTranslation("chat.notice.deleted", who);
            case REACTION ->
                message.state() == DeliveryState.FAILED
                        ? ourReaction(message.text(), words)
                        : reaction(message.text(), who, words);
            default -> null;
        };
    }

    /** The reason stands below it. */
    private static String ourReaction(@Nullable String emoji, Component words) {
        return emoji == null || emoji.isBlank()
                ? words.getTranslation("chat.notice.unreaction-failed")
                : words.getTranslation("chat.notice.reaction-failed", emoji);
    }

    private static String reaction(@Nullable String emoji, String who, Component words) {
        return emoji == null || emoji.isBlank()
                ? words.getTranslation("chat.notice.unreacted", who)
                : words.getTranslation("chat.notice.reacted", who, emoji);
    }

    private static String system(ChatMessage message, String who, Component words) {
        MessageDetails.Notice notice =
                message.details() == null ? null : message.details().notice();
        return switch (notice == null ? "" : notice.type()) {
            case "user_changed_number", "customer_changed_number" -> newNumber(notice, who, words);
            case "user_changed_user_id" -> words.getTranslation("chat.notice.new-id", who);
            case "customer_identity_changed", "user_identity_changed" ->
                words.getTranslation("chat.notice.identity", who);
            default ->
                message.text() == null
                        ? words.getTranslation("chat.kind." + MessageKind.SYSTEM)
                        : words.getTranslation("chat.notice.other", message.text());
        };
    }

    private static String newNumber(MessageDetails.@Nullable Notice notice, String who, Component words) {
        if (notice == null || notice.newWaId() == null) {
            return words.getTranslation("chat.notice.new-number", who);
        }
        return notice.oldWaId() == null
                ? words.getTranslation("chat.notice.number-is", who, phone(notice.newWaId()))
                : words.getTranslation(
                        "chat.notice.number-changed", who, phone(notice.oldWaId()), phone(notice.newWaId()));
    }

    private static String phone(String waId) {
        return PhoneWords.format("+" + waId);
    }
}

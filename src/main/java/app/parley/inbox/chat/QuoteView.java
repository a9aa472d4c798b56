package app.parley.inbox.chat;

import app.parley.cloudapi.MessageDetails;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.Quote;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/**
 * What a message answers, as modules/bubble-quote.js draws it.
 *
 * @param id where it leads; null when that message is not here
 */
record QuoteView(@Nullable String id, @Nullable String who, String text) {

    static @Nullable QuoteView of(ChatMessage message, ChatParticipants people, Component words) {
        Quote quote = message.quote();
        MessageDetails details = message.details();
        // Who asks about a product answers the catalog, which is no message.
        boolean catalog = details != null && details.product() != null;
        if (quote == null || (catalog && !quote.isKnown())) {
            return null;
        }
        if (quote.message() == null) {
            return new QuoteView(null, null, words.getTranslation("chat.quote.unknown"));
        }
        return new QuoteView(
                String.valueOf(quote.message().value()),
                people.author(quote.direction(), quote.agentName(), words),
                text(quote, words));
    }

    private static String text(Quote quote, Component words) {
        if (quote.revoked()) {
            return words.getTranslation("chat.quote.deleted");
        }
        String text = quote.text() == null ? "" : quote.text().strip();
        if (quote.kind() == null) {
            return text;
        }
        return KindWords.gist(quote.kind(), text, words);
    }
}

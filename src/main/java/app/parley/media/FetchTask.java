package app.parley.media;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to be fetched: the attempt it is at, and what the webhook said of it.
 *
 * @param digest of the one we had
 */
record FetchTask(
        MessageId message,
        ConversationId conversation,
        NumberId number,
        String phoneNumberId,
        String wabaId,
        @Nullable String mediaRef,
        @Nullable String sha256,
        @Nullable String digest,
        int attempts,
        Instant receivedAt) {}

package app.parley.conversations;

import java.util.List;

/**
 * A stretch of a conversation, oldest first, and what lies outside it.
 *
 * @param unseenBefore unseen messages older than the first one here
 * @param unseenAfter unseen messages newer than the last one here
 */
public record ChatWindow(
        List<ChatMessage> messages, boolean hasOlder, boolean hasNewer, int unseenBefore, int unseenAfter) {}

package app.parley.conversations;

import java.time.Instant;

/** Where a message stands in its conversation: its own time, ties by arrival. */
public record MessageKey(Instant at, MessageId id) implements Comparable<MessageKey> {

    @Override
    public int compareTo(MessageKey other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(id.value(), other.id.value());
    }
}

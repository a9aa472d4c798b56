package app.parley.inbox;

import app.parley.conversations.ConversationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows an agent has selected; they stay selected when they scroll out of the window. */
final class RowSelection {

    private final Set<ConversationId> picked = new LinkedHashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void set(Collection<ConversationId> conversations, boolean on) {
        boolean changed = on ? picked.addAll(conversations) : picked.removeAll(Set.copyOf(conversations));
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    void clear() {
        set(List.copyOf(picked), false);
    }

    boolean contains(ConversationId conversation) {
        return picked.contains(conversation);
    }

    boolean isEmpty() {
        return picked.isEmpty();
    }

    List<ConversationId> all() {
        return List.copyOf(picked);
    }
}

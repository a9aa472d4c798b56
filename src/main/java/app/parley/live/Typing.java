package app.parley.live;

import app.parley.conversations.ConversationId;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Who is writing where. Known for at most six seconds after the last key; lost with the process, which is right. */
@Component
public class Typing {

    static final Duration LASTS = Duration.ofSeconds(6);

    private final Map<Typist, Place> places = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final TaskScheduler scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Typing(TaskScheduler scheduler, ApplicationEventPublisher events, Clock clock) {
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** A key was pressed in a reply box; {@code screen} tells apart two tabs of one agent. */
    public void typing(Typist typist, ConversationId conversation) {
        Place place = new Place(conversation, clock.instant().plus(LASTS));
        Place before = places.put(typist, place);
        if (before == null || !before.conversation.equals(conversation)) {
            tell(before);
            tell(place);
        }
        var _ = scheduler.schedule(
                () -> expire(typist, place), scheduler.getClock().instant().plus(LASTS));
        events.publishEvent(new AgentTypes(conversation));
    }

    /** Sent, left, or lost the connection. */
    public void stopped(Typist typist) {
        tell(places.remove(typist));
    }

    public List<Typist> in(ConversationId conversation) {
        Instant now = clock.instant();
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().conversation.equals(conversation))
                .filter(entry -> now.isBefore(entry.getValue().until))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Told whenever who types in a conversation changed; must return at once. @return call it to stop listening */
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Only if no key was pressed since. */
    private void expire(Typist typist, Place place) {
        if (places.remove(typist, place)) {
            tell(place);
        }
    }

    private void tell(@Nullable Place place) {
        if (place != null) {
            ConversationId conversation = place.conversation;
            listeners.forEach(listener -> listener.typingChanged(conversation));
        }
    }

    private record Place(ConversationId conversation, Instant until) {}

    /** One browser tab of one agent. */
    public record Typist(AgentId agent, String firstName, String screen) {}

    @FunctionalInterface
    public interface Listener {
        void typingChanged(ConversationId conversation);
    }
}

package app.parley.conversations;

import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting conversations away, and taking that back. */
@Service
@Transactional
class Archive {

    private static final Duration UNDO_LASTS = Duration.ofMinutes(10);

    private final ConversationRepository conversations;
    private final SessionRepository sessions;
    private final MessageRepository messages;
    private final ArchivingRepository archivings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Archive(
            ConversationRepository conversations,
            SessionRepository sessions,
            MessageRepository messages,
            ArchivingRepository archivings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.sessions = sessions;
        this.messages = messages;
        this.archivings = archivings;
        this.events = events;
        this.clock = clock;
    }

    List<ArchivingId> archive(AgentId agent, Collection<ConversationId> ids) {
        // In one order for all, so that two agents archiving the same rows never wait for each other in a circle.
        return ids.stream()
                .distinct()
                .sorted((a, b) -> Long.compare(a.value(), b.value()))
                .flatMap(id -> archive(agent, id).stream())
                .toList();
    }

    private Optional<ArchivingId> archive(AgentId agent, ConversationId id) {
        return conversations
                .lock(id, agent)
                .filter(conversation -> !conversation.archived())
                .map(conversation -> {
                    Instant now = clock.instant();
                    ArchivingId archiving = archivings.insert(conversation, agent, now);
                    messages.putUnseenAway(id, archiving);
                    conversations.touchUnseen(id);
                    conversations.archived(id, true);
                    endSession(conversation, now);
                    events.publishEvent(new ConversationChanged(id, conversation.numberId()));
                    return archiving;
                });
    }

    private void endSession(Conversation conversation, Instant now) {
        SessionId session = conversation.sessionId();
        if (session != null && conversation.hasSessionAt(now)) {
            sessions.end(session, now, SessionEnd.ARCHIVED);
            conversations.session(conversation.id(), null, now);
        }
    }

    int undo(AgentId agent, Collection<ArchivingId> ids) {
        return (int) ids.stream()
                .distinct()
                .flatMap(id -> archivings.byId(id).stream())
                .sorted((a, b) ->
                        Long.compare(a.conversation().value(), b.conversation().value()))
                .filter(archiving -> undo(agent, archiving))
                .count();
    }

    private boolean undo(AgentId agent, ArchivingRepository.Archiving seenBefore) {
        Optional<Conversation> conversation = conversations.lock(seenBefore.conversation(), agent);
        // Read again under the lock: the customer may have written meanwhile, which makes it void.
        Optional<ArchivingRepository.Archiving> archiving = archivings.byId(seenBefore.id());
        if (conversation.isEmpty() || archiving.isEmpty() || isVoid(archiving.get())) {
            return false;
        }
        ConversationId id = conversation.get().id();
        archivings.voidAll(id);
        messages.bringUnseenBack(id, archiving.get().id());
        conversations.touchUnseen(id);
        conversations.archived(id, false);
        restoreSession(conversation.get(), archiving.get());
        events.publishEvent(new ConversationChanged(id, conversation.get().numberId()));
        return true;
    }

    private boolean isVoid(ArchivingRepository.Archiving archiving) {
        return archiving.voided() || archiving.archivedAt().plus(UNDO_LASTS).isBefore(clock.instant());
    }

    /** A session that the customer opened meanwhile, by a reaction, stays. */
    private void restoreSession(Conversation conversation, ArchivingRepository.Archiving archiving) {
        if (conversation.sessionId() == null) {
            if (archiving.session() != null) {
                sessions.reopen(archiving.session());
            }
            conversations.session(conversation.id(), archiving.session(), archiving.sessionEndsAt());
        }
    }
}

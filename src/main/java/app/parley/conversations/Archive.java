package app.parley.conversations;

import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a conversation away, and taking that back: one transaction each, so that nobody holds two at once. */
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

    /** Empty when it is archived already, or does not exist for this agent. */
    Optional<ArchivingId> archive(AgentId agent, ConversationId id) {
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

    /** @return false when it is void, or not for this agent */
    boolean undo(AgentId agent, ArchivingId id) {
        Optional<Conversation> conversation =
                archivings.byId(id).flatMap(archiving -> conversations.lock(archiving.conversation(), agent));
        // Read again under the lock: the customer may have written meanwhile, which makes it void.
        Optional<ArchivingRepository.Archiving> archiving = archivings.byId(id);
        if (conversation.isEmpty() || archiving.isEmpty() || isVoid(archiving.get())) {
            return false;
        }
        bringBack(conversation.get(), archiving.get());
        return true;
    }

    private void bringBack(Conversation conversation, ArchivingRepository.Archiving archiving) {
        ConversationId id = conversation.id();
        archivings.voidAll(id);
        messages.bringUnseenBack(id, archiving.id());
        conversations.touchUnseen(id);
        conversations.archived(id, false);
        restoreSession(conversation, archiving);
        events.publishEvent(new ConversationChanged(id, conversation.numberId()));
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

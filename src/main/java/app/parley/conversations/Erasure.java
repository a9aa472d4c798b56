package app.parley.conversations;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets: a customer at once, messages some at a time, so that nobody waits for it. Sessions and the ledger's entries
 * stay, which hold no content; what a session cost is still what it cost.
 */
@Service
@Transactional
public class Erasure {

    private final ErasureRepository repository;
    private final ConversationRepository conversations;
    private final MaintenanceRepository upkeep;
    private final ErasedMessages erasedMessages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasure(
            ErasureRepository repository,
            ConversationRepository conversations,
            MaintenanceRepository upkeep,
            ErasedMessages erasedMessages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.upkeep = upkeep;
        this.erasedMessages = erasedMessages;
        this.events = events;
        this.clock = clock;
    }

    /** Whose conversation this is; empty when it does not exist for this admin, or it is no admin who asks. */
    @Transactional(readOnly = true)
    public Optional<KnownPerson> customer(AgentId admin, ConversationId conversation) {
        return upkeep.isAdmin(admin) ? repository.customer(admin, conversation).map(KnownPerson::of) : Optional.empty();
    }

    /** Those of a customer's conversations that this admin may see. */
    @Transactional(readOnly = true)
    public List<ConversationId> conversations(AgentId admin, CustomerId customer) {
        return upkeep.isAdmin(admin) ? repository.conversations(admin, customer) : List.of();
    }

    /**
     * From now on nobody knows them: not by name, not by number, in no list. If they write again, they are somebody new.
     * Their messages are still to be deleted.
     *
     * @return who they were; empty when they were forgotten already
     */
    public Optional<KnownPerson> forget(CustomerId customer) {
        return repository.lock(customer).map(person -> {
            List<ConversationId> theirs = repository.lockConversations(customer);
            repository.forget(customer, clock.instant());
            repository.close(theirs);
            events.publishEvent(new CustomerErased(customer, theirs));
            for (ConversationId conversation : theirs) {
                repository
                        .numbers(List.of(conversation))
                        .forEach(number -> events.publishEvent(new ConversationChanged(conversation, number)));
            }
            return KnownPerson.of(person);
        });
    }

    /** Deletes some messages of a customer who is forgotten. @return how many; none: the rest is being sent right now */
    public int deleteSome(CustomerId forgotten, int limit) {
        List<ConversationId> theirs = repository.lockConversations(forgotten);
        if (theirs.isEmpty()) {
            return 0;
        }
        int deleted = delete(repository.erasable(theirs, MessageRepository.EVER, limit));
        theirs.forEach(conversations::touchUnseen);
        return deleted;
    }

    /** Whether there are messages left of a customer who is forgotten. */
    @Transactional(readOnly = true)
    public boolean isAnyLeft(CustomerId forgotten) {
        return repository.isAnyLeft(forgotten);
    }

    /** The number's next conversations, by their ids. */
    @Transactional(readOnly = true)
    public List<ConversationId> conversations(NumberId number, ConversationId after, int limit) {
        return repository.conversationsOf(number, after, limit);
    }

    /** Deletes some messages of these conversations that bear an earlier time. @return how many */
    public int deleteSome(List<ConversationId> among, NumberId number, Instant before, int limit) {
        List<ConversationId> old = repository.erasable(among, before, limit).stream()
                .map(ErasureRepository.ErasableMessage::conversation)
                .distinct()
                .toList();
        if (old.isEmpty()) {
            return 0;
        }
        // Asked again under the locks: one may be on its way by now.
        List<ErasureRepository.ErasableMessage> erasable = repository.erasable(repository.lock(old), before, limit);
        int deleted = delete(erasable);
        erasable.stream()
                .map(ErasureRepository.ErasableMessage::conversation)
                .distinct()
                .forEach(conversation -> {
                    conversations.touchLast(conversation);
                    repository.forgetLast(conversation);
                    conversations.touchUnseen(conversation);
                    events.publishEvent(new ConversationChanged(conversation, number));
                });
        return deleted;
    }

    private int delete(List<ErasureRepository.ErasableMessage> erasable) {
        if (!erasable.isEmpty()) {
            erasedMessages.expect();
            events.publishEvent(new MessagesErased(
                    erasable.stream().map(ErasureRepository.ErasableMessage::id).toList(),
                    erasable.stream()
                            .flatMap(message -> Optional.ofNullable(message.digest()).stream())
                            .toList()));
            repository.delete(erasable);
        }
        return erasable.size();
    }
}

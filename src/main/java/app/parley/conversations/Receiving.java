package app.parley.conversations;

import app.parley.cloudapi.IdentityChange;
import app.parley.cloudapi.InboundCall;
import app.parley.cloudapi.InboundMessage;
import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers do: their messages become ours to answer, each once, however often Meta delivers it. */
@Service
@Transactional
public class Receiving {

    private final Identities identities;
    private final ConversationRepository conversations;
    private final Sessions sessions;
    private final MessageRepository messages;
    private final MessageContents contents;
    private final ArchivingRepository archivings;
    private final ErasedMessages erasedMessages;
    private final ApplicationEventPublisher events;

    Receiving(
            Identities identities,
            ConversationRepository conversations,
            Sessions sessions,
            MessageRepository messages,
            MessageContents contents,
            ArchivingRepository archivings,
            ErasedMessages erasedMessages,
            ApplicationEventPublisher events) {
        this.identities = identities;
        this.conversations = conversations;
        this.sessions = sessions;
        this.messages = messages;
        this.contents = contents;
        this.archivings = archivings;
        this.erasedMessages = erasedMessages;
        this.events = events;
    }

    /** One message, as {@link #receive(List)}. */
    public void receive(NumberId number, InboundMessage inbound, Instant receivedAt) {
        receive(List.of(new ReceivedMessage(number, inbound, receivedAt)));
    }

    /**
     * Stores messages with all that follows from them, in one transaction; in as many statements for many as for one,
     * but for what only some of them need.
     *
     * @throws IllegalArgumentException when nobody sent one of them, in a sentence
     */
    public void receive(List<ReceivedMessage> arrivals) {
        // One who goes on under another number is the same customer from the next message on.
        List<ReceivedMessage> upToNotice = new ArrayList<>();
        for (ReceivedMessage arrival : arrivals) {
            upToNotice.add(arrival);
            arrival.message().identityChange().ifPresent(change -> {
                boolean isNew = receiveAll(upToNotice).contains(arrival);
                upToNotice.clear();
                if (isNew) {
                    moved(change, arrival.receivedAt());
                }
            });
        }
        receiveAll(upToNotice);
    }

    /** Returns those that were not here before. */
    private Set<ReceivedMessage> receiveAll(List<ReceivedMessage> arrivals) {
        List<ReceivedMessage> fresh = fresh(arrivals);
        Set<ReceivedMessage> still = Collections.newSetFromMap(new IdentityHashMap<>());
        if (fresh.isEmpty()) {
            return still;
        }
        if (!fresh.stream().allMatch(arrival -> arrival.message().sender().isKnown())) {
            throw new IllegalArgumentException("The message names no sender.");
        }
        List<Participants> pairs = pairs(fresh);
        Map<Participants, ConversationBatch> talks =
                conversations.lock(pairs, fresh.getFirst().receivedAt());
        identities.requireStillKnown(
                pairs.stream().map(Participants::customer).distinct().toList());
        // Asked again under the locks: the same message may come twice at once.
        still.addAll(fresh(fresh));
        List<MessageId> ids = messages.nextIds(still.size());
        List<NewMessage> stored = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            if (still.contains(fresh.get(i))) {
                ConversationBatch talk = Objects.requireNonNull(talks.get(pairs.get(i)));
                stored.add(add(talk, ids.get(stored.size()), fresh.get(i)));
            }
        }
        messages.insert(stored);
        contents.keep(
                stored,
                fresh.stream()
                        .filter(still::contains)
                        .map(ReceivedMessage::message)
                        .toList());
        sessions.keep(talks.values());
        conversations.update(talks.values());
        charge(stored);
        talks.values().forEach(this::changed);
        return still;
    }

    private void charge(List<NewMessage> stored) {
        List<BillableMessage> billable =
                stored.stream().flatMap(message -> message.billable().stream()).toList();
        if (!billable.isEmpty()) {
            events.publishEvent(new MessagesStored(billable));
        }
    }

    private List<Participants> pairs(List<ReceivedMessage> arrivals) {
        List<CustomerId> customers = identities.keep(
                arrivals.stream().map(CustomerActivity::of).toList(),
                arrivals.getFirst().receivedAt());
        List<Participants> pairs = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            pairs.add(new Participants(arrivals.get(i).number(), customers.get(i)));
        }
        return pairs;
    }

    /** Those we do not have, and never had; of two that are the same, the first. */
    private List<ReceivedMessage> fresh(List<ReceivedMessage> arrivals) {
        List<MessageRef> refs =
                arrivals.stream().map(MessageRef::of).filter(Objects::nonNull).toList();
        Set<MessageRef> known = messages.known(refs);
        known.addAll(erasedMessages.among(refs));
        return arrivals.stream()
                .filter(arrival -> MessageRef.of(arrival) == null || known.add(MessageRef.of(arrival)))
                .toList();
    }

    private NewMessage add(ConversationBatch talk, MessageId id, ReceivedMessage arrival) {
        InboundMessage inbound = arrival.message();
        MessageKind kind = MessageKinds.of(inbound);
        SessionWindow window = arrival.window();
        SessionId session = kind.opensSession() ? sessions.of(talk, window, arrival.receivedAt()) : null;
        talk.add(new MessageKey(window.from(), id), kind);
        if (talk.isArchived() && kind.bringsBack()) {
            talk.bringBack();
            archivings.voidAll(talk.id());
        }
        return NewMessage.inbound(id, talk, session, kind, window.from(), arrival);
    }

    private void changed(ConversationBatch talk) {
        events.publishEvent(new ConversationChanged(talk.id(), talk.number()));
    }

    /** A call opens or extends the session of a conversation that stands; it is not shown, and starts none. */
    public void called(NumberId number, InboundCall call, Instant receivedAt) {
        if (!call.sender().isKnown()) {
            return;
        }
        @Nullable Instant at = call.timestamp();
        SessionWindow window = SessionWindow.of(at == null ? receivedAt : at, receivedAt);
        List<CustomerId> caller =
                identities.keep(List.of(CustomerActivity.of(call.sender(), window.from())), receivedAt);
        conversations.lock(number, caller.getFirst()).ifPresent(talk -> {
            identities.requireStillKnown(caller);
            sessions.called(talk, window, receivedAt);
            conversations.update(List.of(talk));
            changed(talk);
        });
    }

    /** A customer goes on under another number or id; see {@link Identities#change}. */
    public void moved(IdentityChange change, Instant receivedAt) {
        identities.change(change, receivedAt);
    }
}

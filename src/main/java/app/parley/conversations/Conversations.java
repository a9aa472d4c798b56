package app.parley.conversations;

import app.parley.cloudapi.Sender;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents do in conversations. Every rule is checked here, whatever the browser sent. */
@Service
@Transactional
public class Conversations {

    /** The most characters a text may have, in UTF-16 units (contract section 4). */
    public static final int MAX_TEXT_LENGTH = 4096;

    /** How long a message whose answer was lost waits for a status before the agent may send it again. */
    public static final Duration UNKNOWN_LASTS = Duration.ofMinutes(10);

    /** Country code and number have 15 digits at most together. */
    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{6,14}");

    /** The most characters that may stand below a file, in UTF-16 units (contract section 4). */
    public static final int MAX_CAPTION_LENGTH = 1024;

    private final ConversationRepository conversations;
    private final Identities identities;
    private final MessageRepository messages;
    private final Queueing queueing;
    private final Resending resending;
    private final TemplateRenderer templates;
    private final DraftRepository drafts;
    private final Archive archive;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            ConversationRepository conversations,
            Identities identities,
            MessageRepository messages,
            Queueing queueing,
            Resending resending,
            TemplateRenderer templates,
            DraftRepository drafts,
            Archive archive,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.identities = identities;
        this.messages = messages;
        this.queueing = queueing;
        this.resending = resending;
        this.templates = templates;
        this.drafts = drafts;
        this.archive = archive;
        this.events = events;
        this.clock = clock;
    }

    /** Queues a text for the customer; see {@link #send}. */
    public MessageId reply(AgentId agent, ConversationId id, String text, String sendKey) {
        return send(agent, id, new Content.Text(text), null, sendKey);
    }

    /**
     * Queues something for the customer.
     *
     * @param quoted the message of this conversation that it answers; null for none
     * @param sendKey names this press of "Send"; the same key queues once, however often it comes
     * @throws RefusedException with the reason, when a rule forbids it
     */
    public MessageId send(
            AgentId agent, ConversationId id, Content content, @Nullable MessageId quoted, String sendKey) {
        return queueing.queue(agent, id, content, quoted, sendKey);
    }

    /**
     * Queues a template for the customer, with or without a session.
     *
     * @throws RefusedException when it is not approved now for the conversation's number, or not filled in
     */
    public MessageId sendTemplate(AgentId agent, ConversationId id, TemplateChoice choice, String sendKey) {
        NumberId number = conversations.numberOf(id, agent).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        return send(agent, id, templates.write(number, choice), null, sendKey);
    }

    /**
     * The conversation of a number of ours with somebody who may never have written to it, made if there is none: then
     * without a session, so that only a template can be sent.
     *
     * @param waId the person's phone number with the country code, digits
     * @throws RefusedException when the number does not exist for the agent, or the other is no phone number
     */
    public ConversationId begin(AgentId agent, NumberId number, String waId) {
        if (!conversations.mayUse(number, agent)) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        if (!PHONE.matcher(waId).matches()) {
            throw new RefusedException(Refusal.NO_PHONE);
        }
        return begin(number, waId);
    }

    /**
     * Queues several things at once, all or none, in this order.
     *
     * @param quoted what the first of them answers
     * @param sendKey names this press of "Send"; the same key queues once, however often it comes
     * @throws RefusedException with the reason, when a rule forbids one of them
     */
    public List<MessageId> send(
            AgentId agent,
            ConversationId id,
            List<? extends Content> contents,
            @Nullable MessageId quoted,
            String sendKey) {
        List<MessageId> sent = new ArrayList<>();
        for (Content content : contents) {
            boolean first = sent.isEmpty();
            String key = first ? sendKey : sendKey + "/" + sent.size();
            sent.add(queueing.queue(agent, id, content, first ? quoted : null, key));
        }
        return sent;
    }

    /**
     * Sends anew, as a new message, what failed for a reason that may pass, or got no answer for {@link
     * #UNKNOWN_LASTS}: each message once, however many ask for it.
     *
     * @return the new message; the one sent before, if a colleague was faster
     * @throws RefusedException with the reason, when a rule forbids it
     */
    public MessageId resend(AgentId agent, MessageId message, String sendKey) {
        return resending.resend(agent, message, sendKey);
    }

    /**
     * The conversation with somebody on the number of another conversation, made if there is none: without a session,
     * so that the customer must write first, or be sent a template.
     *
     * @param waId the person's WhatsApp id, digits
     * @throws RefusedException when the other conversation does not exist for the agent
     */
    public ConversationId begin(AgentId agent, ConversationId inThis, String waId) {
        NumberId number =
                conversations.numberOf(inThis, agent).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        return begin(number, waId);
    }

    private ConversationId begin(NumberId number, String waId) {
        Instant now = clock.instant();
        CustomerId customer = identities
                .keep(List.of(CustomerActivity.of(new Sender(null, waId, null, null), now)), now)
                .getFirst();
        Participants pair = new Participants(number, customer);
        ConversationId begun = Objects.requireNonNull(
                        conversations.lock(List.of(pair), now).get(pair))
                .id();
        events.publishEvent(new ConversationChanged(begun, number));
        return begun;
    }

    /** Puts conversations away, marking everything in them as seen. Those already archived are passed over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ArchivingId> archive(AgentId agent, Collection<ConversationId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> archive.archive(agent, id).stream())
                .toList();
    }

    /**
     * Takes archivings back: session and unseen marks return.
     *
     * @return how many were taken back; void ones (the customer has written, ten minutes have passed) are passed over
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int undo(AgentId agent, Collection<ArchivingId> archivings) {
        return (int) archivings.stream()
                .distinct()
                .filter(archiving -> archive.undo(agent, archiving))
                .count();
    }

    /** Marks messages as seen by the team; ids the agent has no right to, or that are seen already, are passed over. */
    public void seen(AgentId agent, ConversationId id, Collection<MessageId> seen) {
        conversations.lock(id, agent).ifPresent(conversation -> {
            if (messages.markSeen(id, seen) > 0) {
                conversations.touchUnseen(id);
                events.publishEvent(new ConversationChanged(id, conversation.numberId()));
                events.publishEvent(new MessagesSeen(id));
            }
        });
    }

    /** Makes the newest inbound message unseen again; passes over an archived conversation. */
    public void markUnread(AgentId agent, ConversationId id) {
        conversations
                .lock(id, agent)
                .filter(conversation -> !conversation.archived())
                .ifPresent(conversation -> {
                    messages.markNewestUnseen(id);
                    conversations.touchUnseen(id);
                    events.publishEvent(new ConversationChanged(id, conversation.numberId()));
                });
    }

    /** Keeps an agent's unsent text; a blank one is removed. */
    public void draft(AgentId agent, ConversationId id, String text) {
        if (text.isBlank()) {
            drafts.remove(agent, id);
        } else {
            drafts.keep(agent, id, text);
        }
    }
}

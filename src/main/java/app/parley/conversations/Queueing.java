package app.parley.conversations;

import app.parley.cloudapi.OutboundContent;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What agents send, checked against the rules and put into the queue, each press of "Send" once. */
@Component
class Queueing {

    /** What makes an emoji of a digit. */
    private static final int KEYCAP = 0x20E3;

    /** UTF-16 units of what a place or a contact says in Meta's words; far more than either needs. */
    private static final int LONGEST_CARD = 8_000;

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final ReactionRepository reactions;
    private final DraftRepository drafts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queueing(
            ConversationRepository conversations,
            MessageRepository messages,
            AttachmentRepository attachments,
            ReactionRepository reactions,
            DraftRepository drafts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.reactions = reactions;
        this.drafts = drafts;
        this.events = events;
        this.clock = clock;
    }

    MessageId queue(AgentId agent, ConversationId id, Content content, @Nullable MessageId quoted, String sendKey) {
        requireFitting(content);
        Conversation conversation =
                conversations.lock(id, agent).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        Optional<MessageId> before = messages.bySendKey(id, sendKey);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        if (conversation.archived()) {
            throw new RefusedException(Refusal.ARCHIVED);
        }
        if (conversation.isBlocked()) {
            throw new RefusedException(Refusal.BLOCKED);
        }
        if (!conversation.hasSessionAt(now) && !(content instanceof Content.Template)) {
            throw new RefusedException(Refusal.EXPIRED);
        }
        NewMessage message = message(agent, conversation, content, quoted, sendKey, now);
        keep(message, content);
        if (saysWhatWasTyped(content)) {
            drafts.remove(agent, id);
        }
        conversations.touchLast(id);
        events.publishEvent(new ReplyQueued(message.id(), id, conversation.numberId()));
        events.publishEvent(new ConversationChanged(id, conversation.numberId()));
        return message.id();
    }

    private static boolean saysWhatWasTyped(Content content) {
        return content instanceof Content.Text || (content instanceof Content.File file && file.caption() != null);
    }

    private static void requireFitting(Content content) {
        switch (content) {
            case Content.Text text -> {
                if (text.text().isBlank()) {
                    throw new RefusedException(Refusal.BLANK);
                }
                if (text.text().length() > Conversations.MAX_TEXT_LENGTH) {
                    throw new RefusedException(Refusal.TOO_LONG);
                }
            }
            case Content.File file -> {
                if (file.caption() != null && file.caption().length() > Conversations.MAX_CAPTION_LENGTH) {
                    throw new RefusedException(Refusal.CAPTION_TOO_LONG);
                }
            }
            case Content.Card card -> {
                if (card.words().length() > Conversations.MAX_CAPTION_LENGTH
                        || card.json().length() > LONGEST_CARD) {
                    throw new RefusedException(Refusal.CARD_TOO_LONG);
                }
            }
            case Content.Reaction reaction -> {
                if (reaction.emoji() != null && !isEmoji(reaction.emoji())) {
                    throw new RefusedException(Refusal.NO_EMOJI);
                }
            }
            case Content.Template template -> {}
        }
    }

    /** One of whatever there are, of however many parts; no words. */
    private static boolean isEmoji(String text) {
        return !text.isBlank()
                && text.length() <= ReactionRepository.LONGEST_EMOJI
                && text.codePoints().noneMatch(c -> Character.isLetter(c) || Character.isWhitespace(c) || c < ' ')
                && text.codePoints().anyMatch(c -> (Character.isEmoji(c) && c > 127) || c == KEYCAP);
    }

    private NewMessage message(
            AgentId agent,
            Conversation conversation,
            Content content,
            @Nullable MessageId quoted,
            String sendKey,
            Instant now) {
        MessageId on = content instanceof Content.Reaction reaction ? reaction.on() : quoted;
        String ref = on == null
                ? null
                : messages.ref(conversation.id(), on).orElseThrow(() -> new RefusedException(Refusal.NOT_QUOTABLE));
        return NewMessage.outbound(
                messages.nextIds(1).getFirst(),
                conversation,
                conversation.hasSessionAt(now) ? conversation.sessionId() : null,
                agent,
                kind(content),
                text(content),
                ref,
                payload(content, ref),
                sendKey,
                now);
    }

    private void keep(NewMessage message, Content content) {
        messages.insert(List.of(message));
        switch (content) {
            case Content.File file -> attachments.insert(message.id(), file.file());
            case Content.Template template -> {
                messages.shows(message.id(), template.shown());
                if (template.header() != null) {
                    attachments.insert(message.id(), template.header());
                }
            }
            case Content.Reaction reaction -> reactions.keep(message);
            default -> {}
        }
    }

    private static MessageKind kind(Content content) {
        return switch (content) {
            case Content.Text text -> MessageKind.TEXT;
            case Content.File file -> file.kind();
            case Content.Card card -> card.kind();
            case Content.Reaction reaction -> MessageKind.REACTION;
            case Content.Template template -> MessageKind.TEMPLATE;
        };
    }

    private static @Nullable String text(Content content) {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.File file -> file.caption();
            case Content.Card card -> card.words();
            case Content.Reaction reaction -> reaction.emoji();
            case Content.Template template -> template.text();
        };
    }

    /** Null when the text says it all. */
    private static @Nullable String payload(Content content, @Nullable String ref) {
        return switch (content) {
            case Content.Text text -> null;
            case Content.File file -> {
                boolean voice = file.kind() == MessageKind.VOICE;
                String type = voice ? "audio" : file.kind().name().toLowerCase(Locale.ROOT);
                String name = file.kind() == MessageKind.DOCUMENT ? file.file().fileName() : null;
                yield OutboundContent.file(type, file.caption(), name, voice);
            }
            case Content.Card card -> card.json();
            case Content.Reaction reaction -> OutboundContent.reaction(Objects.requireNonNull(ref), reaction.emoji());
            case Content.Template template -> template.json();
        };
    }
}

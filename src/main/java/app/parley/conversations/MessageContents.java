package app.parley.conversations;

import app.parley.cloudapi.InboundMedia;
import app.parley.cloudapi.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What messages bring along and what they do to others: files, unseen marks, reactions, edits and deletions. */
@Component
class MessageContents {

    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final ReactionRepository reactions;
    private final ChangeRepository changes;
    private final ApplicationEventPublisher events;

    MessageContents(
            MessageRepository messages,
            AttachmentRepository attachments,
            ReactionRepository reactions,
            ChangeRepository changes,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.attachments = attachments;
        this.reactions = reactions;
        this.changes = changes;
        this.events = events;
    }

    /** @param inbound what each of the stored messages was, in the same order */
    void keep(List<NewMessage> stored, List<InboundMessage> inbound) {
        messages.markUnseen(stored.stream()
                .filter(message -> message.kind().countsAsUnseen())
                .toList());
        keepFiles(stored, inbound);
        // What came before the message it is about can be done now.
        changes.takeEarly(stored).forEach(early -> change(early, InboundMessage.parse(early.payload())));
        for (int i = 0; i < stored.size(); i++) {
            act(stored.get(i), inbound.get(i));
        }
    }

    private void keepFiles(List<NewMessage> stored, List<InboundMessage> inbound) {
        List<NewAttachment> files = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            InboundMedia media = inbound.get(i).media();
            if (media != null) {
                files.add(NewAttachment.of(stored.get(i), media));
            }
        }
        if (!files.isEmpty()) {
            attachments.insert(files);
            events.publishEvent(new MediaReceived());
        }
    }

    private void act(NewMessage message, InboundMessage inbound) {
        if (message.refersTo() == null) {
            return;
        }
        switch (message.kind()) {
            case REACTION -> reactions.keep(message);
            case EDIT, REVOKE -> {
                Change change = Change.of(message);
                if (!change(change, inbound) && !changes.isKnown(change)) {
                    changes.keepEarly(change);
                }
            }
            default -> {}
        }
    }

    /** Only its own sender changes a message. False when it is not theirs, or not here yet. */
    private boolean change(Change change, InboundMessage inbound) {
        MessageId target = changes.target(change).orElse(null);
        if (target == null) {
            return false;
        }
        if (change.kind() == MessageKind.REVOKE) {
            changes.revoke(target, change.at());
        } else {
            inbound.edited()
                    .filter(edit -> changes.edit(target, change.at(), edit.text()))
                    .ifPresent(edit -> refetch(target, change, edit));
        }
        return true;
    }

    private void refetch(MessageId target, Change change, InboundMessage edited) {
        InboundMedia media = edited.media();
        if (media != null && media.id() != null && !Objects.equals(media.id(), attachments.mediaRef(target))) {
            attachments.replace(NewAttachment.of(target, change.receivedAt(), media));
            events.publishEvent(new MediaReceived());
        }
    }
}

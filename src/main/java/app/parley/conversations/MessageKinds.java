package app.parley.conversations;

import app.parley.cloudapi.InboundMessage;

/** Meta's types in our words (contract 2.2). */
final class MessageKinds {

    private MessageKinds() {}

    static MessageKind of(InboundMessage message) {
        return switch (message.type()) {
            case "text" -> MessageKind.TEXT;
            case "image" -> MessageKind.IMAGE;
            case "video" -> MessageKind.VIDEO;
            case "audio", "voice" -> message.isVoice() ? MessageKind.VOICE : MessageKind.AUDIO;
            case "document" -> MessageKind.DOCUMENT;
            case "sticker" -> MessageKind.STICKER;
            case "location" -> MessageKind.LOCATION;
            case "contacts" -> MessageKind.CONTACTS;
            case "reaction" -> MessageKind.REACTION;
            case "button" -> MessageKind.BUTTON;
            case "interactive" -> MessageKind.INTERACTIVE;
            case "order" -> MessageKind.ORDER;
            case "system" -> MessageKind.SYSTEM;
            case "edit" -> MessageKind.EDIT;
            case "revoke" -> MessageKind.REVOKE;
            default -> unsupported(message);
        };
    }

    /** On most numbers a customer's edit or deletion comes as an unsupported message. */
    private static MessageKind unsupported(InboundMessage message) {
        return switch (message.unsupportedType()) {
            case "edit" -> MessageKind.EDIT;
            case "revoke" -> MessageKind.REVOKE;
            case null, default -> MessageKind.UNSUPPORTED;
        };
    }
}

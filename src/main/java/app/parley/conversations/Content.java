package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/** What an agent sends. */
public sealed interface Content {

    /** At most {@link Conversations#MAX_TEXT_LENGTH} UTF-16 units. */
    record Text(String text) implements Content {}

    /**
     * A file that the media package keeps already.
     *
     * @param kind IMAGE, VIDEO, AUDIO, VOICE or DOCUMENT
     */
    record File(MessageKind kind, OwnFile file, @Nullable String caption) implements Content {}

    /**
     * A place or a contact card.
     *
     * @param kind LOCATION or CONTACTS
     * @param words what the list says of it
     * @param json Meta's words for it
     */
    record Card(MessageKind kind, String words, String json) implements Content {}

    /** @param emoji null takes the reaction back */
    record Reaction(MessageId on, @Nullable String emoji) implements Content {}

    /**
     * An approved template with its variables filled in; the only thing that may be sent without a session.
     *
     * @param text what the customer will read
     * @param json Meta's words for it
     * @param shown what it shows around that, see {@link app.parley.cloudapi.TemplateFrame}
     * @param header the picture, video or document above it
     */
    record Template(
            String text,
            String json,
            String shown,
            @Nullable OwnFile header) implements Content {}
}

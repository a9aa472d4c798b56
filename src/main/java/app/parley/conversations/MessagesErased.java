package app.parley.conversations;

import java.util.List;

/**
 * Messages are about to be deleted for good. Heard in the same transaction: what other rooms have of them goes, too.
 *
 * @param digests of the files they carried, each once for every message
 */
public record MessagesErased(List<MessageId> messages, List<String> digests) {}

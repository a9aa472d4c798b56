package app.parley.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a send that was not refused leads to.
 *
 * @param body what is answered, unless the answer is lost
 * @param messageId the new message's id; null when it was lost before it was accepted
 * @param lost whether the connection is cut instead of an answer
 * @param consequence what happens once the request stands in the record: the statuses, or nothing
 */
record Answer(ObjectNode body, @Nullable String messageId, boolean lost, Runnable consequence) {

    void fulfil() {
        consequence.run();
    }
}

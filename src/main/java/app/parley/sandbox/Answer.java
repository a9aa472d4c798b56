package app.parley.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a send that was not refused leads to.
 *
 * @param body what is answered, unless the answer is lost
 * @param messageId the new message's id; null when it was lost before it was accepted
 * @param silence how long there is no answer after it was accepted or lost
 * @param consequence what happens once the request stands in the record: the statuses, or nothing
 */
record Answer(ObjectNode body, @Nullable String messageId, Ending ending, Duration silence, Runnable consequence) {

    enum Ending {
        ANSWERED(200),
        /** The connection is cut instead of an answer. */
        CUT(0),
        /** Somebody in between answers with a page of HTML. */
        BAD_GATEWAY(502);

        private final int status;

        Ending(int status) {
            this.status = status;
        }

        /** As the record has it. */
        int status() {
            return status;
        }
    }

    static Answer never(Ending ending, Duration silence) {
        return new Answer(MetaJson.object(), null, ending, silence, () -> {});
    }

    Answer ending(Ending other, Duration silence) {
        return new Answer(body, messageId, other, silence, consequence);
    }

    /** What follows begins at once; the answer may take its time. */
    void fulfil() throws InterruptedException {
        consequence.run();
        Thread.sleep(silence);
    }
}

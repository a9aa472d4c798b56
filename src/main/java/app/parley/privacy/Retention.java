package app.parley.privacy;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Erasure;
import app.parley.foundation.Trouble;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes messages that are older than their number keeps them, a few at a time; what they cost stays. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** In one transaction. */
    private static final int CONVERSATIONS = 200;

    private static final int MESSAGES = 200;

    private final Numbers numbers;
    private final Erasure erasure;
    private final Clock clock;

    Retention(Numbers numbers, Erasure erasure, Clock clock) {
        this.numbers = numbers;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void deleteOld() {
        numbers.retentions().forEach((number, days) -> {
            try {
                long deleted = deleteOld(number, clock.instant().minus(Duration.ofDays(days)));
                if (deleted > 0) {
                    log.info("{} messages were older than their number keeps them", deleted);
                }
            } catch (RuntimeException e) {
                // The other numbers' turn comes all the same, and this one's again in an hour.
                log.error("Old messages of number {} could not be deleted: {}", number.value(), Trouble.in(e));
            }
        });
    }

    private long deleteOld(NumberId number, Instant before) {
        long deleted = 0;
        List<ConversationId> some = erasure.conversations(number, new ConversationId(0), CONVERSATIONS);
        while (!some.isEmpty()) {
            int gone;
            do {
                gone = erasure.deleteSome(some, number, before, MESSAGES);
                deleted += gone;
            } while (gone == MESSAGES);
            some = erasure.conversations(number, some.getLast(), CONVERSATIONS);
        }
        return deleted;
    }
}

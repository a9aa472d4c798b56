package app.parley.conversations;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the screens when no status has settled a lost answer for ten minutes: now the agent is to decide. */
@Component
class UnsettledSends {

    private final UnsettledRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Instant toldUntil;

    UnsettledSends(UnsettledRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
        this.toldUntil = clock.instant();
    }

    /** What was over before this start, every screen has read since. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    @Transactional(readOnly = true)
    void tell() {
        Instant now = clock.instant();
        repository
                .conversations(toldUntil.minus(Conversations.UNKNOWN_LASTS), now.minus(Conversations.UNKNOWN_LASTS))
                .forEach(events::publishEvent);
        toldUntil = now;
    }
}

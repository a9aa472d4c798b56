package app.parley.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go of processed bodies once they are old enough. What waits for an admin stays until it is dealt with. */
@Component
@EnableConfigurationProperties(JournalProperties.class)
class JournalPurge {

    /** In one transaction; few, so that nobody waits for it. */
    private static final int AT_ONCE = 200;

    private final JournalRepository repository;
    private final JournalProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalPurge(
            JournalRepository repository,
            JournalProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        Instant before = clock.instant().minus(properties.retention());
        int gone;
        do {
            gone = purgeSome(before);
        } while (gone == AT_ONCE);
    }

    private int purgeSome(Instant before) {
        Integer gone = transaction.execute(status -> repository.deleteProcessed(before, AT_ONCE));
        return gone == null ? 0 : gone;
    }
}

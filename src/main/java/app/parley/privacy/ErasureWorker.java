package app.parley.privacy;

import app.parley.conversations.CustomerId;
import app.parley.conversations.Erasure;
import app.parley.foundation.WorkerLoop;
import app.parley.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deletes what is left of those who are forgotten, a little at a time, whatever interrupts it. */
@Component
class ErasureWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ErasureWorker.class);

    /** Messages in one transaction. */
    private static final int AT_ONCE = 200;

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final ErasureRepository repository;
    private final Erasure erasure;
    private final Journal journal;
    private final Clock clock;
    private final WorkerLoop loop = new WorkerLoop("erasure-worker", Duration.ofMinutes(10), this::work);

    ErasureWorker(ErasureRepository repository, Erasure erasure, Journal journal, Clock clock) {
        this.repository = repository;
        this.erasure = erasure;
        this.journal = journal;
        this.clock = clock;
    }

    void wakeAfterCommit() {
        loop.wakeAfterCommit();
    }

    private boolean work() {
        Optional<ErasureRepository.Pending> pending = repository.next();
        pending.ifPresent(this::erase);
        return pending.isPresent()
                && repository
                        .next()
                        .map(ErasureRepository.Pending::customer)
                        .filter(pending.get().customer()::equals)
                        .isEmpty();
    }

    /** Left as it is when it is to stop: it is met again after the next start. */
    private void erase(ErasureRepository.Pending pending) {
        CustomerId customer = pending.customer();
        if (!journal.redact(pending.identities(), pending.upTo(), loop::isRunning)) {
            return;
        }
        while (loop.isRunning() && erasure.deleteSome(customer, AT_ONCE) > 0) {
            log.debug("Some messages of customer {} are gone", customer.value());
        }
        if (!loop.isRunning()) {
            return;
        }
        if (erasure.isAnyLeft(customer)) {
            loop.wakeAfter(A_MOMENT); // On its way to WhatsApp.
            return;
        }
        repository.done(customer, clock.instant());
        log.info("Customer {} is erased", customer.value());
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Stops after the web server, as all workers do. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package app.parley.outbox;

import app.parley.foundation.Lease;
import app.parley.foundation.Leases;
import app.parley.foundation.Trouble;
import app.parley.foundation.WorkerLoop;
import app.parley.numbers.NumberId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox: claims what is due, and sends several conversations' messages side by side. Of all processes only
 * the holder of the lease does; who loses it claims nothing more, and finishes what is under way.
 */
@Component
class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final String LEASE = "outbox";
    private static final int AT_ONCE = 600;

    /** So that a number whose files are large, or whose answers are slow, does not hold up the others. */
    private static final int AT_ONCE_OF_A_NUMBER = 200;

    private static final Duration LOOKS_AROUND_EVERY = Duration.ofMinutes(1);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Long, NumberId> underWay = new ConcurrentHashMap<>();
    private final Claims claims;
    private final Dispatch dispatch;
    private final WorkerLoop loop = new WorkerLoop("outbox-worker", Duration.ofSeconds(1), this::claimAndSend);
    private final Lease lease;
    private int term;
    private long lookedAround;
    private volatile @Nullable ExecutorService senders;

    @Autowired
    OutboxWorker(Claims claims, Dispatch dispatch, Leases leases) {
        this.claims = claims;
        this.dispatch = dispatch;
        this.lease = leases.lease(LEASE, loop::wake);
    }

    /** @param leaseLength how long the others wait for this worker after it was killed */
    OutboxWorker(Claims claims, Dispatch dispatch, Leases leases, Duration leaseLength) {
        this.claims = claims;
        this.dispatch = dispatch;
        this.lease = leases.lease(LEASE, leaseLength, loop::wake);
    }

    void wake() {
        loop.wake();
    }

    void wakeAfterCommit() {
        loop.wakeAfterCommit();
    }

    private boolean claimAndSend() throws InterruptedException {
        if (!lease.isHeld()) {
            return false;
        }
        lookAround();
        places.acquire();
        places.release();
        // Committed, and so on the disk, before a byte is on the wire: a crash must find it and not send again.
        Claims.Claimed claimed = claims.claim(lease, Math.max(1, places.availablePermits()), this::roomOf);
        if (!claimed.items().isEmpty()) {
            claimed.items().forEach(item -> underWay.put(item.id(), item.number()));
            for (OutboxItem item : claimed.items()) {
                places.acquire();
                senders().execute(() -> send(item));
            }
        }
        if (claimed.more() != null) {
            loop.wakeAfter(claimed.more());
        }
        return claimed.more() == null && !claimed.items().isEmpty();
    }

    /** At the begin of each term, and now and then: what was claimed and is not under way here, nobody will settle. */
    private void lookAround() {
        long now = System.nanoTime();
        boolean newTerm = term != lease.term();
        if (newTerm || now - lookedAround > LOOKS_AROUND_EVERY.toNanos()) {
            if (newTerm) {
                claims.beginTerm();
            }
            claims.recover(lease, underWay.keySet());
            term = lease.term();
            lookedAround = now;
        }
    }

    private int roomOf(NumberId number) {
        return AT_ONCE_OF_A_NUMBER
                - (int) underWay.values().stream().filter(number::equals).count();
    }

    private void send(OutboxItem item) {
        try {
            dispatch.send(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The claim stands, so it is not sent again; before long it counts as unknown.
            log.error("What came of outbox item {} could not be written: {}", item.id(), Trouble.in(e));
        } finally {
            underWay.remove(item.id());
            places.release();
            loop.wake();
        }
    }

    private ExecutorService senders() {
        ExecutorService executor = senders;
        if (executor == null) {
            throw new IllegalStateException("The outbox is stopped.");
        }
        return executor;
    }

    @Override
    public void start() {
        senders = Executors.newVirtualThreadPerTaskExecutor();
        lease.start();
        loop.start();
    }

    /** Finishes the sends under way, then leaves the work to others. */
    @Override
    public void stop() {
        loop.stop();
        ExecutorService executor = senders;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                    log.warn("Some sends were cut off; they will count as unknown");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        lease.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Starts before the web server and stops after it: what it took is finished. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package app.parley.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long a message waits from the agent's press of "Send" until the sandbox has it, which runs in a process of its own:
 * by one clock, the machine's.
 */
public final class QueueToWire implements AutoCloseable {

    private static final int CUSTOMERS = 120;

    private final Installation house = new Installation();
    private final SandboxLog log = new SandboxLog(house.record());

    public QueueToWire() throws IOException, InterruptedException {
        house.customersWrite(CUSTOMERS);
    }

    /** One message at a time, after some that warm up; each customer reads what comes. */
    public List<Duration> quietly(int messages) throws Exception {
        for (int n = 0; n < messages * 2; n++) {
            house.drive("queue", Installation.customer(n % CUSTOMERS) + "\tquiet " + n);
            Thread.sleep(150);
        }
        Map<String, Duration> waits = waits(messages * 2, "quiet ");
        return IntStream.range(messages, messages * 2)
                .mapToObj(n -> waits.getOrDefault("quiet " + n, Duration.ofDays(1)))
                .toList();
    }

    /** So many a second, whether or not those before were sent. */
    public List<Duration> steadily(int perSecond, int seconds) throws Exception {
        int messages = perSecond * seconds;
        List<Future<?>> agents = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int n = 0; n < messages; n++) {
                String line = Installation.customer(n % CUSTOMERS) + "\tsteady " + n;
                long due = begin + n * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                agents.add(executor.submit(() -> house.drive("queue", line)));
            }
        }
        for (Future<?> agent : agents) {
            agent.get();
        }
        return List.copyOf(waits(messages, "steady ").values());
    }

    /** Of each text that begins so; waits until the sandbox has them all. */
    private Map<String, Duration> waits(int messages, String prefix) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (log.accepted().stream()
                                .filter(sent -> sent.text().startsWith(prefix))
                                .count()
                        < messages
                && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        Map<String, Long> queued = new HashMap<>();
        house.drive("messages", "").lines().forEach(line -> {
            String[] message = line.split("\t", -1);
            queued.put(message[0], Long.valueOf(message[2]));
        });
        Map<String, Duration> waits = new HashMap<>();
        for (SandboxLog.Sent sent : log.accepted()) {
            Long at = queued.get(sent.text());
            if (at != null && sent.text().startsWith(prefix)) {
                waits.put(sent.text(), Duration.between(Instant.ofEpochMilli(at), sent.at()));
            }
        }
        return waits;
    }

    @Override
    public void close() {
        house.close();
    }
}

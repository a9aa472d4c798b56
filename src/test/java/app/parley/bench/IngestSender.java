package app.parley.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts all webhooks as fast as they are taken. A process of its own: prints when it began, and what was refused. */
final class IngestSender {

    /** Few of them would wait for answers rather than send: each commit of the journal answers all that share it. */
    private static final int CONNECTIONS = 32;

    private static final long SEED = 42;

    private IngestSender() {}

    static void main(String[] args) throws Exception {
        String application = args[0];
        int first = Integer.parseInt(args[1]);
        List<byte[]> requests = new IngestBodies(SEED + first, first)
                .make(Integer.parseInt(args[2])).stream().map(Wire::request).toList();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        System.out.println(System.currentTimeMillis() + " " + requests.size());
        Thread[] threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            threads[i] = Thread.ofPlatform().start(() -> post(application, requests, next, refused));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(System.currentTimeMillis() + " " + refused.get());
    }

    private static void post(String application, List<byte[]> requests, AtomicInteger next, AtomicInteger refused) {
        try (Wire wire = new Wire(application)) {
            for (int n = next.getAndIncrement(); n < requests.size(); n = next.getAndIncrement()) {
                if (wire.post(requests.get(n)) != 200) {
                    refused.incrementAndGet();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

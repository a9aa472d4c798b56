package app.parley.backup;

import app.parley.SignedWebhook;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Customers who go on writing, a hundred messages a second, until they are asked to stop. */
final class WritingCustomers implements AutoCloseable {

    static final String ACCOUNT = "102290129340398";
    static final String NUMBER = "106540352242922";
    static final String SECRET = "backup-secret";

    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final String application;
    private final Thread thread;
    private volatile boolean writing = true;

    WritingCustomers(int port) {
        this.application = "http://localhost:" + port;
        this.thread = Thread.ofPlatform().name("customers").start(this::write);
    }

    /** The ids of all messages that were answered with 200 so far. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    private void write() {
        long next = System.nanoTime();
        for (int n = 0; writing; n++) {
            send("wamid.backup-" + n, n);
            next += BETWEEN;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void send(String id, int n) {
        String body = SignedWebhook.text(
                ACCOUNT, NUMBER, "1650555%04d".formatted(n % 300), "Customer", id, Instant.now(), "Hello " + n);
        var _ = http.sendAsync(SignedWebhook.sign(body, SECRET).to(application), HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> {
                    if (answer.statusCode() == 200) {
                        acknowledged.add(id);
                    }
                });
    }

    @Override
    public void close() {
        writing = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}

package app.parley.bench;

import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pours messages in, as Meta does: several at a time, each again with the same id until it is acknowledged, which is
 * written down before the next. A process of its own; it ends when its standard input does.
 */
final class KillSender {

    private static final int CONNECTIONS = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger next = new AtomicInteger();
    private final String application;
    private final Writer acknowledged;
    private volatile boolean stopped;

    private KillSender(String application, Writer acknowledged) {
        this.application = application;
        this.acknowledged = acknowledged;
    }

    static void main(String[] args) throws Exception {
        try (Writer acknowledged = Files.newBufferedWriter(Path.of(args[1]))) {
            KillSender sender = new KillSender(args[0], acknowledged);
            Thread[] connections = new Thread[CONNECTIONS];
            for (int i = 0; i < CONNECTIONS; i++) {
                connections[i] = Thread.ofPlatform().start(sender::pour);
            }
            while (System.in.read() >= 0) {}
            sender.stopped = true;
            for (Thread connection : connections) {
                connection.join();
            }
        }
        System.exit(0);
    }

    private void pour() {
        while (!stopped) {
            int n = next.incrementAndGet();
            String id = "wamid.kill-" + n;
            HttpRequest message = Setup.message(application, id, n);
            while (!stopped) {
                if (isAcknowledged(message)) {
                    record(id);
                    break;
                }
                pause(50);
            }
            pause(15);
        }
    }

    private boolean isAcknowledged(HttpRequest message) {
        try {
            return client.send(message, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void record(String id) {
        try {
            acknowledged.write(id + "\n");
            acknowledged.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

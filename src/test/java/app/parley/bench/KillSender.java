package app.parley.bench;

import app.parley.SignedWebhook;
import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pours messages in, as Meta does: several bodies at a time, many of them with many messages, each again until it is
 * acknowledged, which is written down before the next. A process of its own; it ends when its standard input does.
 */
final class KillSender {

    private static final int CONNECTIONS = 8;

    /** So that no two connections send the same. */
    private static final int MOST_OF_A_CONNECTION = 10_000_000;

    /** Between two bodies; all together several hundred messages a second. */
    private static final int PAUSE_MILLIS = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
                IngestBodies bodies = new IngestBodies(i, i * MOST_OF_A_CONNECTION);
                connections[i] = Thread.ofPlatform().start(() -> sender.pour(bodies));
            }
            while (System.in.read() >= 0) {}
            sender.stopped = true;
            for (Thread connection : connections) {
                connection.join();
            }
        }
        System.exit(0);
    }

    private void pour(IngestBodies bodies) {
        while (!stopped) {
            IngestBodies.Body body = bodies.next(Integer.MAX_VALUE);
            HttpRequest webhook = SignedWebhook.sign(body.text(), Setup.SECRET).to(application);
            while (!stopped) {
                if (isAcknowledged(webhook)) {
                    record(body.ids());
                    break;
                }
                pause(50);
            }
            pause(PAUSE_MILLIS);
        }
    }

    private boolean isAcknowledged(HttpRequest webhook) {
        try {
            return client.send(webhook, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void record(List<String> ids) {
        try {
            acknowledged.write(String.join("\n", ids) + "\n");
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

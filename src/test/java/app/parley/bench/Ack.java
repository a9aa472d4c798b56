package app.parley.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * How fast a webhook is acknowledged: so many a second for a minute, each sent when it is due whether or not the ones
 * before were answered, and timed from then. At the usual pace nothing warms the application up; a faster one is what a
 * running application must bear, after half a minute of it.
 */
final class Ack {

    private static final int USUAL = 100;
    private static final int PER_SECOND = Integer.getInteger("perSecond", USUAL);
    private static final boolean FAST = PER_SECOND > USUAL;
    private static final int WARM_UP_SECONDS = FAST ? 30 : 0;
    private static final int SECONDS = 60;
    private static final Duration TARGET = Duration.ofMillis(FAST ? 100 : 250);

    private Ack() {}

    static boolean run() throws Exception {
        try (Setup setup = new Setup();
                PackagedApplication application = setup.start()) {
            application.untilHealthy();
            DiskProbe disk = new DiskProbe(setup.directory);
            send(application.address(), "warm", WARM_UP_SECONDS);
            disk.run();
            List<Answer> answers = send(application.address(), "ack", SECONDS);
            disk.run();

            Distribution all =
                    Distribution.of(answers.stream().map(Answer::time).toList());
            Map<String, Long> statuses = answers.stream()
                    .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
            long refused = answers.size() - statuses.getOrDefault("200", 0L);
            System.out.println("Acknowledgement:  " + all);
            System.out.println("Refused:          " + refused + " (answers: " + statuses + ")");
            System.out.println("Write and sync:   " + disk.distribution());
            System.out.printf("Ratio of medians: %.1f%n", all.ratioTo(disk.distribution()));
            return refused == 0 && all.percentile(0.99).compareTo(TARGET) <= 0;
        }
    }

    private static List<Answer> send(String application, String name, int seconds) throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int n = 0; n < PER_SECOND * seconds; n++) {
                long due = begin + n * 1_000_000_000L / PER_SECOND;
                HttpRequest request = Setup.message(application, "wamid." + name + "-" + n, n);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                answers.add(senders.submit(() -> send(client, request, due)));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private static Answer send(HttpClient client, HttpRequest request, long due) {
        String status;
        try {
            status = String.valueOf(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            status = e.getClass().getSimpleName() + ": " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = "interrupted";
        }
        return new Answer(status, Duration.ofNanos(System.nanoTime() - due));
    }

    /** @param status what went wrong when there was no answer */
    private record Answer(String status, Duration time) {}
}

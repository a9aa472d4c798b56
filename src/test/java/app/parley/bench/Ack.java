package app.parley.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a webhook is acknowledged: 100 a second for a minute, each sent when it is due whether or not the ones
 * before were answered, and timed from then. Nothing warms the application up.
 */
final class Ack {

    private static final int PER_SECOND = 100;
    private static final int SECONDS = 60;
    private static final Duration TARGET = Duration.ofMillis(250);

    private Ack() {}

    static boolean run() throws Exception {
        try (Setup setup = new Setup();
                PackagedApplication application = setup.start()) {
            application.untilHealthy();
            DiskProbe disk = new DiskProbe(setup.directory);
            disk.run();
            List<Answer> answers = send(application.address());
            disk.run();

            Distribution all =
                    Distribution.of(answers.stream().map(Answer::time).toList());
            long refused =
                    answers.stream().filter(answer -> answer.status() != 200).count();
            System.out.println("Acknowledgement:  " + all);
            System.out.println("Refused:          " + refused);
            System.out.println("Write and sync:   " + disk.distribution());
            System.out.printf("Ratio of medians: %.1f%n", all.ratioTo(disk.distribution()));
            return refused == 0 && all.percentile(0.99).compareTo(TARGET) <= 0;
        }
    }

    private static List<Answer> send(String application) throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int n = 0; n < PER_SECOND * SECONDS; n++) {
                long due = begin + n * 1_000_000_000L / PER_SECOND;
                HttpRequest request = Setup.message(application, "wamid.ack-" + n, n);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                answers.add(senders.submit(() -> send(client, request, due)));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private static Answer send(HttpClient client, HttpRequest request, long due) {
        int status;
        try {
            status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            status = 0;
        }
        return new Answer(status, Duration.ofNanos(System.nanoTime() - due));
    }

    /** @param status 0 when there was no answer */
    private record Answer(int status, Duration time) {}
}

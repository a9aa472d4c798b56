package app.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code java -jar} of a packaged file, in a process of its own. */
public final class PackagedApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final long begin;

    private PackagedApplication(Process process, int port, long begin) {
        this.process = process;
        this.port = port;
        this.begin = begin;
    }

    /** The one that the build has made. */
    public static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("parley-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("./mvnw package has not made a jar yet"));
        }
    }

    /** Starts it without waiting; what it prints goes to {@code log}. */
    public static PackagedApplication start(Path jar, int port, Path log, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.add("--server.port=" + port);
        command.addAll(settings);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new PackagedApplication(process, port, begin);
    }

    /** The time from the start of the process until it said it is up. */
    public Duration untilHealthy() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isUp(client, health)) {
                if (!process.isAlive() || uptime().compareTo(PATIENCE) > 0) {
                    throw new IllegalStateException("The application did not start: see its log");
                }
                Thread.sleep(5);
            }
        }
        return uptime();
    }

    private static boolean isUp(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Processor time since its start; what others do on the machine does not count. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** {@code kill -9} of the JVM itself. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            kill();
        }
    }
}

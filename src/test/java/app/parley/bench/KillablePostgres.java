package app.parley.bench;

import app.parley.FreePlace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A PostgreSQL with its own promises switched on, whose processes are killed: one of its many, after which it restarts
 * them all by itself, or the first, which ends it and is started again on the same files.
 */
final class KillablePostgres implements KillableDatabase {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TRIES = 60;

    private final Path directory;
    private final int port = FreePlace.freePort();
    private EmbeddedPostgres server;

    KillablePostgres(Path directory) throws IOException {
        this.directory = directory;
        server = start();
    }

    /** The tests' own settings would let a commit return before it is written. */
    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }

    @Override
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public boolean isItsTurn(Random random) {
        return random.nextInt(5) < 2;
    }

    @Override
    public String kill(Random random) throws IOException, InterruptedException {
        ProcessHandle first = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(directory.resolve("postmaster.pid")).getFirst()))
                .orElseThrow();
        List<ProcessHandle> others = first.children().toList();
        if (random.nextBoolean() && !others.isEmpty()) {
            others.get(random.nextInt(others.size())).destroyForcibly();
            return "one of PostgreSQL's processes";
        }
        first.destroyForcibly();
        first.onExit().join();
        restart();
        return "PostgreSQL's first process";
    }

    /** Its other processes need a moment to notice. */
    private void restart() throws IOException, InterruptedException {
        server.close();
        for (int attempt = 1; ; attempt++) {
            try {
                server = start();
                return;
            } catch (IOException | IllegalStateException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

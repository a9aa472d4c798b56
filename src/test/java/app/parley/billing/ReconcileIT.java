package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import app.parley.bench.PackagedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The admin at the command line, with the packaged file. */
class ReconcileIT {

    private final Path directory = FreePlace.freshDirectory();

    @Test
    void comparesTheLedgerSaysSoAndEnds() throws Exception {
        Path said = directory.resolve("said.txt");
        Process process = command(said).start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(said).content().contains("0 messages and 0 entries of the ledger compared: they agree.");
        assertThat(process.exitValue()).isZero();
    }

    private ProcessBuilder command(Path said) throws IOException {
        Files.createDirectories(directory);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PackagedApplication.jar().toString(),
                        "--parley.data-dir=" + directory.resolve("data"),
                        "--parley.command=reconcile"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
    }
}

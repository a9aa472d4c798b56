package app.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged application's command that compares the ledger with the messages. */
final class Reconcile {

    private Reconcile() {}

    /** Whether they agree; what it says is printed. */
    static boolean run(Setup setup, String databaseUrl) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Setup.jar().toString(),
                "--parley.command=reconcile",
                "--spring.datasource.url=" + databaseUrl));
        command.addAll(setup.settings());
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process.waitFor() == 0;
    }
}

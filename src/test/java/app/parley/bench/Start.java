package app.parley.bench;

import app.parley.FreePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long after its start the application is healthy, on a database that exists, against an empty application with
 * the same dependencies, packaged the same way: in alternation, the median of five each.
 */
final class Start {

    private static final int ROUNDS = 5;
    private static final double TARGET = 1.5;

    private Start() {}

    static boolean run() throws Exception {
        try (Setup setup = new Setup()) {
            Path empty = Path.of(System.getProperty("empty"));
            List<String> emptySettings = emptySettings(setup);
            time(Setup.jar(), setup, setup.settings());
            time(empty, setup, emptySettings);

            List<Duration> ours = new ArrayList<>();
            List<Duration> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(time(Setup.jar(), setup, setup.settings()));
                theirs.add(time(empty, setup, emptySettings));
            }
            double ratio = Distribution.of(ours).ratioTo(Distribution.of(theirs));
            System.out.println("Parley:            " + Distribution.of(ours));
            System.out.println("Empty application: " + Distribution.of(theirs));
            System.out.printf("Ratio of medians:  %.2f%n", ratio);
            return ratio <= TARGET;
        }
    }

    private static Duration time(Path jar, Setup setup, List<String> settings) throws Exception {
        try (PackagedApplication application =
                PackagedApplication.start(jar, FreePlace.freePort(), setup.log(), settings)) {
            return application.untilHealthy();
        }
    }

    private static List<String> emptySettings(Setup setup) throws Exception {
        Files.createDirectories(setup.data());
        return List.of(
                "--spring.datasource.url=jdbc:h2:file:" + setup.data().resolve("empty") + ";WRITE_DELAY=0",
                "--spring.main.banner-mode=off",
                "--spring.threads.virtual.enabled=true",
                "--spring.data.jdbc.dialect=postgresql",
                "--vaadin.productionMode=true",
                "--vaadin.allowed-packages=com.vaadin,app.parley");
    }
}

package app.parley.bench;

import app.parley.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;

/**
 * How many messages a second go from the socket into conversations, beside what the database itself does with the same
 * rows: 100,000 messages of mixed types in signed webhooks, most with one, the rest with 2 to 50, from a process of its
 * own.
 */
final class Ingest {

    private static final int MESSAGES = Integer.getInteger("messages", 100_000);
    private static final int TARGET_PER_SECOND = 1_000;
    private static final double TARGET_SHARE = 0.5;
    private static final double LARGEST_FILE = 3;

    private static final int REST_MILLIS = Integer.getInteger("rest", 60) * 1_000;

    private Ingest() {}

    static boolean run() throws Exception {
        try (Setup setup = new Setup()) {
            double perSecond;
            double grown;
            Duration worked;
            try (PackagedApplication application = setup.start(url(setup))) {
                application.untilHealthy();
                Duration before = application.worked();
                perSecond = pourIn(setup, application.address());
                worked = application.worked().minus(before);
                Thread.sleep(REST_MILLIS);
                grown = Files.size(setup.data().resolve("parley.mv.db"));
            }
            OwnRate ownRate = OwnRate.of(url(setup), setup.directory.resolve("own"));
            double own = ownRate.perSecond();
            Path file = setup.data().resolve("parley.mv.db");
            double compacted = OwnRate.compactedSize(file, false);
            System.out.printf("Messages a second, socket to conversation: %.0f%n", perSecond);
            System.out.printf("The database's own rate, the same rows:    %.0f%n", own);
            System.out.printf(
                    "Processor time a message: %.3f ms, the database's own %.3f ms%n",
                    worked.toNanos() / 1e6 / MESSAGES, ownRate.worked().toNanos() / 1e6 / MESSAGES);
            System.out.printf("Share of it:                               %.2f%n", perSecond / own);
            System.out.printf(
                    "File after a minute of rest: %.1f MB, compacted: %.1f MB, ratio %.2f (with its pages compressed: %.1f MB)%n",
                    grown / 1e6, compacted / 1e6, grown / compacted, OwnRate.compactedSize(file, true) / 1e6);
            return perSecond >= TARGET_PER_SECOND
                    && perSecond / own >= TARGET_SHARE
                    && grown / compacted <= LARGEST_FILE;
        }
    }

    /** Production's, but that this process may look in while the application runs. */
    private static String url(Setup setup) {
        return TestDatabase.h2Url("file:" + setup.data() + "/parley")
                .replace("DB_CLOSE_ON_EXIT=FALSE", "AUTO_SERVER=TRUE");
    }

    private static double pourIn(Setup setup, String application) throws Exception {
        Process sender = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        IngestSender.class.getName(),
                        application,
                        "42",
                        String.valueOf(MESSAGES)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(sender::destroyForcibly));
        try (Scanner told = new Scanner(sender.getInputStream(), StandardCharsets.UTF_8);
                Connection database = DriverManager.getConnection(url(setup))) {
            long begin = told.nextLong();
            System.out.println("Webhooks: " + told.nextInt());
            long acknowledged = told.nextLong();
            int refused = told.nextInt();
            System.out.printf("All acknowledged after %.1f s, %d refused%n", (acknowledged - begin) / 1000.0, refused);
            while (number(database, "select count(*) from journal where state = 'RECEIVED'") > 0) {
                Thread.sleep(100);
            }
            long end = number(
                    database,
                    "select datediff(millisecond, timestamp with time zone '1970-01-01 00:00:00+00', max(processed_at)) from journal");
            System.out.printf("All in conversations after %.1f s%n", (end - begin) / 1000.0);
            long kept = number(database, "select count(*) from message");
            if (kept != MESSAGES || refused > 0) {
                throw new IllegalStateException(kept + " messages kept, " + refused + " webhooks refused");
            }
            return kept * 1000.0 / (end - begin);
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

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
 * rows: twice 100,000 messages of mixed types in signed webhooks, most with one message, the rest with 2 to 50, from a
 * process of its own. The first time, half of the work is the JVM's, which compiles what runs; the second time counts,
 * for the application and for the database alone.
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
            Rate first;
            Rate second;
            double grown;
            try (PackagedApplication application = setup.start(url(setup))) {
                application.untilHealthy();
                first = pourIn(setup, application, 0);
                second = pourIn(setup, application, MESSAGES);
                Thread.sleep(REST_MILLIS);
                grown = Files.size(setup.data().resolve("parley.mv.db"));
            }
            List<Rate> own = OwnRate.of(url(setup), setup.directory.resolve("own"), MESSAGES);
            print("The first time", first, own.getFirst());
            print("The second time", second, own.getLast());
            Path file = setup.data().resolve("parley.mv.db");
            double compacted = OwnRate.compactedSize(file, false);
            System.out.printf(
                    "File after a minute of rest: %.1f MB, compacted: %.1f MB, ratio %.2f (with its pages compressed: %.1f MB)%n",
                    grown / 1e6, compacted / 1e6, grown / compacted, OwnRate.compactedSize(file, true) / 1e6);
            return second.perSecond() >= TARGET_PER_SECOND
                    && second.perSecond() / own.getLast().perSecond() >= TARGET_SHARE
                    && grown / compacted <= LARGEST_FILE;
        }
    }

    /** @param worked processor time of a message */
    record Rate(double perSecond, Duration worked) {}

    private static void print(String when, Rate ours, Rate own) {
        System.out.printf(
                "%s: %.0f messages a second, socket to conversation; the database's own rate, the same rows: %.0f; share %.2f%n",
                when, ours.perSecond(), own.perSecond(), ours.perSecond() / own.perSecond());
        System.out.printf(
                "    processor time of a message: %.3f ms, the database's own %.3f ms%n",
                ours.worked().toNanos() / 1e6, own.worked().toNanos() / 1e6);
    }

    /** Production's, but that this process may look in while the application runs. */
    private static String url(Setup setup) {
        return TestDatabase.h2Url("file:" + setup.data() + "/parley")
                .replace("DB_CLOSE_ON_EXIT=FALSE", "AUTO_SERVER=TRUE");
    }

    private static Rate pourIn(Setup setup, PackagedApplication application, int first) throws Exception {
        Process sender = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        IngestSender.class.getName(),
                        application.address(),
                        String.valueOf(first),
                        String.valueOf(MESSAGES)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(sender::destroyForcibly));
        try (Scanner told = new Scanner(sender.getInputStream(), StandardCharsets.UTF_8);
                Connection database = DriverManager.getConnection(url(setup))) {
            Duration before = application.worked();
            long begin = told.nextLong();
            int webhooks = told.nextInt();
            long acknowledged = told.nextLong();
            int refused = told.nextInt();
            while (number(database, "select count(*) from journal where state = 'RECEIVED'") > 0) {
                Thread.sleep(100);
            }
            Duration worked = application.worked().minus(before);
            long end = number(
                    database,
                    "select datediff(millisecond, timestamp with time zone '1970-01-01 00:00:00+00', max(processed_at)) from journal");
            System.out.printf(
                    "%d webhooks, all acknowledged after %.1f s, %d refused; all in conversations after %.1f s%n",
                    webhooks, (acknowledged - begin) / 1000.0, refused, (end - begin) / 1000.0);
            long kept = number(database, "select count(*) from message");
            if (kept != first + MESSAGES || refused > 0) {
                throw new IllegalStateException(kept + " messages kept, " + refused + " webhooks refused");
            }
            return new Rate(MESSAGES * 1000.0 / (end - begin), worked.dividedBy(MESSAGES));
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

package app.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * {@code kill -9} at random moments while messages pour in from a process of its own: of the JVM, and where the database
 * has processes of its own, now and then of one of these, alone or with the JVM. Then every message that was ever
 * acknowledged must be in the database once, and none twice, and the ledger must agree
 * with the messages.
 */
final class Kill {

    private static final int ROUNDS = Integer.getInteger("kills", 20);
    private static final int LONGEST_ROUND_MILLIS = 6000;

    private Kill() {}

    static boolean run() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Seed of the moments: " + seed);
        try (Setup setup = new Setup();
                KillableDatabase database = KillableDatabase.of(System.getProperty("database", "h2"), setup)) {
            Path acknowledged = setup.directory.resolve("acknowledged.txt");
            boolean agreed = killAgainAndAgain(setup, database, acknowledged, new Random(seed));
            processTheRest(setup, database);
            boolean agrees = Reconcile.run(setup, database.url());
            return compare(Files.readAllLines(acknowledged), database) && agreed && agrees;
        }
    }

    /** Whether the ledger agreed with the messages after each kill of the JVM. */
    private static boolean killAgainAndAgain(Setup setup, KillableDatabase database, Path acknowledged, Random random)
            throws Exception {
        boolean agreed = true;
        PackagedApplication application = setup.start(database.url());
        application.untilHealthy();
        Process sender = sender(application.address(), acknowledged);
        for (int round = 1; round <= ROUNDS; round++) {
            Thread.sleep(random.nextInt(LONGEST_ROUND_MILLIS));
            boolean itsTurn = database.isItsTurn(random);
            String killed = itsTurn ? database.kill(random) : "the JVM";
            if (!itsTurn || random.nextBoolean()) {
                application.kill();
                agreed &= Reconcile.run(setup, database.url());
                application = setup.start(database.url());
                killed += itsTurn ? " and the JVM" : "";
            }
            application.untilHealthy();
            System.out.printf(
                    "Kill %3d: %d acknowledged so far; %s%n",
                    round, Files.readAllLines(acknowledged).size(), killed);
        }
        sender.getOutputStream().close();
        sender.waitFor();
        application.close();
        return agreed;
    }

    private static Process sender(String application, Path acknowledged) throws Exception {
        Process sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KillSender.class.getName(),
                        application,
                        acknowledged.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(sender::destroyForcibly));
        return sender;
    }

    /** Lets the application work off what it has kept, until nothing in the journal waits. */
    private static void processTheRest(Setup setup, KillableDatabase engine) throws Exception {
        for (int attempt = 0; attempt < 20; attempt++) {
            try (Connection database = engine.open()) {
                if (number(database, "select count(*) from journal where processed_at is null") == 0) {
                    return;
                }
            }
            try (PackagedApplication application = setup.start(engine.url())) {
                application.untilHealthy();
                Thread.sleep(10_000);
            }
        }
        System.out.println("The journal was not worked off.");
    }

    private static boolean compare(List<String> acknowledged, KillableDatabase engine) throws Exception {
        try (Connection database = engine.open()) {
            Map<String, Integer> kept = kept(database);
            long lost =
                    acknowledged.stream().filter(id -> !kept.containsKey(id)).count();
            long twice = kept.values().stream().filter(times -> times > 1).count();
            long unseen = number(database, "select sum(unseen) from conversation");
            System.out.println("Acknowledged:           " + acknowledged.size());
            System.out.println("Messages kept:          " + kept.size());
            System.out.println("Acknowledged and lost:  " + lost);
            System.out.println("Kept twice:             " + twice);
            System.out.println("Counted as unseen:      " + unseen);
            return lost == 0 && twice == 0 && unseen == kept.size() && !acknowledged.isEmpty();
        }
    }

    private static Map<String, Integer> kept(Connection database) throws SQLException {
        Map<String, Integer> kept = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select ref from message")) {
            while (rows.next()) {
                kept.merge(rows.getString(1), 1, Integer::sum);
            }
        }
        return kept;
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

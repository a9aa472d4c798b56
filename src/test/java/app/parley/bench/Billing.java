package app.parley.bench;

import app.parley.FreePlace;
import app.parley.ParleyApplication;
import app.parley.TestDatabase;
import app.parley.billing.BillingCsv;
import app.parley.billing.BillingReports;
import app.parley.billing.Grouping;
import app.parley.billing.Period;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the billing page asks for, of a month of a million messages written straight into the tables, with any number of
 * such months before it. Each question is asked with other days, numbers and zones: H2 answers a repeated one from a
 * cache.
 */
final class Billing {

    private static final int MESSAGES = Integer.getInteger("messages", 1_000_000);
    private static final int MONTHS = Integer.getInteger("months", 1);
    private static final int QUESTIONS = 40;
    private static final int WARMING_UP = 10;

    /** Where the database stays after it was measured, to be asked again. */
    private static final @Nullable String KEPT =
            System.getProperty("keep", "").isEmpty() ? null : System.getProperty("keep");

    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);
    private static final List<String> ZONES =
            List.of("Europe/Madrid", "America/New_York", "Asia/Kathmandu", "America/Los_Angeles", "UTC");

    private Billing() {}

    static boolean run() throws Exception {
        Path place = KEPT == null ? FreePlace.freshDirectory() : Path.of(KEPT).toAbsolutePath();
        String engine = System.getProperty("database", "h2");
        if (engine.equals("h2")) {
            return run(TestDatabase.h2Url("file:" + place + "/parley"));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(place.resolve("postgresql"))
                .setCleanDataDirectory(KEPT == null)
                .start()) {
            return run(postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private static boolean run(String url) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ParleyApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--parley.data-dir=" + FreePlace.freshDirectory(),
                        "--parley.admin.email=admin@measured.example",
                        "--parley.admin.password=two croissants")) {
            JdbcTemplate database = application.getBean(JdbcTemplate.class);
            if (Months.areIn(database)) {
                System.out.println("Asked again of what is kept");
            } else {
                write(database);
            }
            boolean fast = ask(application.getBean(BillingReports.class));
            askForAll(application.getBean(BillingReports.class));
            Period month = new Period(MONTH, MONTH.plusMonths(1).minusDays(1), ZoneId.of("Europe/Madrid"));
            return new BillingFile(application.getBean(BillingCsv.class), month).measure() && fast;
        }
    }

    private static void write(JdbcTemplate database) {
        long begin = System.nanoTime();
        Months.write(database, MONTH.minusMonths(MONTHS - 1L), MONTHS, MESSAGES);
        System.out.printf(
                "%d months of %d messages written in %d s%n",
                MONTHS, MESSAGES, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private static boolean ask(BillingReports reports) {
        for (Grouping grouping : Grouping.values()) {
            ask(reports, grouping, WARMING_UP); // What is measured are the questions, not the JVM's compiling.
        }
        boolean reached = true;
        for (Grouping grouping : Grouping.values()) {
            long most = grouping == Grouping.CUSTOMER ? 1000 : 200;
            List<Long> micros =
                    ask(reports, grouping, WARMING_UP + QUESTIONS).subList(WARMING_UP, QUESTIONS + WARMING_UP);
            micros.sort(Long::compare);
            double p95 = micros.get(micros.size() * 95 / 100 - 1) / 1000.0;
            System.out.printf(
                    "By %-9s median %.1f ms, p95 %.1f ms (at most %d)%n",
                    grouping, micros.get(micros.size() / 2) / 1000.0, p95, most);
            reached &= p95 <= most;
        }
        return reached;
    }

    /** Of all months, once; held to nothing. */
    private static void askForAll(BillingReports reports) {
        Period all = new Period(
                MONTH.minusMonths(MONTHS - 1L), MONTH.plusMonths(1).minusDays(1), ZoneId.of(ZONES.getFirst()));
        for (Grouping grouping : Grouping.values()) {
            long begin = System.nanoTime();
            reports.report(new AgentId(1), all, null, grouping);
            System.out.printf(
                    "All %d months by %-9s once %.0f ms%n", MONTHS, grouping, (System.nanoTime() - begin) / 1e6);
        }
    }

    private static List<Long> ask(BillingReports reports, Grouping grouping, int questions) {
        Random random = new Random(7);
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            long begin = System.nanoTime();
            reports.report(new AgentId(1), period(random), number(random), grouping);
            micros.add((System.nanoTime() - begin) / 1000);
        }
        return micros;
    }

    /** About a month, in some zone, begun some day or other. */
    private static Period period(Random random) {
        LocalDate from = MONTH.plusDays(random.nextInt(3));
        return new Period(
                from, MONTH.plusDays(28 + random.nextInt(3)), ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    private static @Nullable NumberId number(Random random) {
        return random.nextInt(3) == 0 ? new NumberId(1 + random.nextInt(Months.NUMBERS)) : null;
    }
}

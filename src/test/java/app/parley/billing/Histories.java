package app.parley.billing;

import app.parley.billing.Happening.Accepted;
import app.parley.billing.Happening.Priced;
import app.parley.billing.Happening.Replies;
import app.parley.billing.Happening.SendsTemplate;
import app.parley.billing.Happening.Told;
import app.parley.billing.Happening.Writes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What customers, agents, admins and WhatsApp might do from the middle of January to the middle of April 2027, when
 * clocks are changed: one history for each customer, all of them woven into one.
 */
final class Histories {

    static final int NUMBERS = 3;
    static final int AGENTS = 4;

    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Madrid"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneOffset.UTC);

    private static final Instant BEGIN = Instant.parse("2027-01-15T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(90);

    /** Around these, most go wrong: ends of months, and nights in which clocks are changed. */
    private static final List<LocalDateTime> EDGES = List.of(
            LocalDateTime.parse("2027-02-01T00:00:00"),
            LocalDateTime.parse("2027-03-01T00:00:00"),
            LocalDateTime.parse("2027-03-14T02:00:00"),
            LocalDateTime.parse("2027-03-28T02:00:00"),
            LocalDateTime.parse("2027-04-01T00:00:00"),
            LocalDateTime.parse("2027-04-04T02:00:00"));

    private static final List<String> TYPES =
            List.of("text", "text", "text", "text", "location", "contacts", "reaction", "dance");

    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();
    private int count;

    private Histories(Random random) {
        this.random = random;
    }

    /** In the order in which we learn of them. */
    static List<Happening> of(int customers, Random random) {
        Histories histories = new Histories(random);
        for (int i = 0; i < 40; i++) {
            histories.price();
        }
        for (int customer = 0; customer < customers; customer++) {
            histories.live(customer);
        }
        histories.happenings.sort(Comparator.comparing(Happening::when));
        return histories.happenings;
    }

    private void live(int customer) {
        int number = random.nextInt(NUMBERS);
        Instant now = moment();
        int visits = 1 + random.nextInt(2);
        for (int visit = 0; visit < visits; visit++) {
            int messages = 1 + random.nextInt(2);
            for (int message = 0; message < messages; message++) {
                writes(customer, number, message == 0 ? "text" : any(TYPES), now);
                now = now.plusSeconds(1 + random.nextInt(1800));
            }
            if (random.nextInt(10) < 6) {
                replies(customer, number, now.plusSeconds(1));
            }
            now = now.plus(Duration.ofHours(30 + random.nextInt(300)));
        }
        if (random.nextInt(4) == 0) {
            String key = "ours-" + count++;
            happenings.add(new SendsTemplate(now, customer, number, random.nextInt(AGENTS), key));
            fares(key, number, now);
        }
    }

    /** Mostly delivered at once, sometimes after days, sometimes twice. */
    private void writes(int customer, int number, String type, Instant when) {
        String key = "theirs-" + count++;
        Duration late = random.nextInt(8) == 0
                ? Duration.ofSeconds(random.nextInt(5 * 86_400))
                : Duration.ofSeconds(random.nextInt(3));
        Instant at = when.minus(late).truncatedTo(ChronoUnit.SECONDS);
        happenings.add(new Writes(when, customer, number, key, type, at));
        if (random.nextInt(6) == 0) {
            happenings.add(new Writes(when.plusSeconds(random.nextInt(90_000)), customer, number, key, type, at));
        }
    }

    /** Only after something has come that is not older than a day: then a session is open. */
    private void replies(int customer, int number, Instant when) {
        Instant fresh = when.minusSeconds(1);
        happenings.add(new Writes(
                fresh, customer, number, "theirs-" + count++, "text", fresh.truncatedTo(ChronoUnit.SECONDS)));
        String key = "ours-" + count++;
        happenings.add(new Replies(when, customer, number, random.nextInt(AGENTS), key));
        fares(key, number, when);
    }

    private void fares(String key, int number, Instant when) {
        Instant accepted = when.plusMillis(200 + random.nextInt(5000));
        happenings.add(new Accepted(accepted, key));
        if (random.nextInt(10) == 0) {
            told(key, number, any(List.of("sent", "delivered", "read")), when.plusMillis(100));
        }
        int statuses = random.nextInt(5);
        for (int i = 0; i < statuses; i++) {
            long after = random.nextInt(5) == 0 ? random.nextInt(40 * 86_400) : random.nextInt(60);
            told(
                    key,
                    number,
                    any(List.of("sent", "sent", "delivered", "read", "failed")),
                    accepted.plusSeconds(1 + after));
        }
    }

    private void told(String key, int number, String status, Instant when) {
        happenings.add(new Told(when, key, number, status, when.truncatedTo(ChronoUnit.SECONDS)));
        if (random.nextInt(6) == 0) {
            happenings.add(new Told(
                    when.plusSeconds(random.nextInt(100_000)),
                    key,
                    number,
                    status,
                    when.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    private void price() {
        Instant when = BEGIN.plusSeconds(random.nextInt((int) LENGTH.toSeconds()));
        happenings.add(new Priced(
                when,
                random.nextBoolean() ? random.nextInt(NUMBERS) : null,
                random.nextBoolean() ? random.nextBoolean() : null,
                BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 20_000 : 1_000_000_000), 6),
                when.plusSeconds(60 + random.nextInt(20 * 86_400)).plusNanos(random.nextInt(1000) * 1000L)));
    }

    private Instant moment() {
        if (random.nextInt(3) > 0) {
            return BEGIN.plusSeconds(random.nextInt((int) LENGTH.toSeconds()))
                    .plusNanos(random.nextInt(1_000_000) * 1000L);
        }
        return any(EDGES).atZone(any(ZONES)).toInstant().plusSeconds(random.nextInt(7200) - 3600);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

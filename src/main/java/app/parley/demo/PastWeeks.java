package app.parley.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Small talk of the weeks before the demo's own stories, so that there is something to bill: the same for everybody who
 * starts a demo on the same day. The customers' phones do not have it; they are new.
 *
 * @param days how many weeks' days there are
 * @param perWeekday exchanges a day, from Monday on
 * @param exchanges lines in turn, the customer's marked with {@code >}, ours with {@code <}, a template with
 *     {@code #}
 */
record PastWeeks(int days, List<Integer> perWeekday, List<List<String>> exchanges) {

    private static final LocalTime OPENING = LocalTime.of(8, 10);
    private static final int MINUTES_OPEN = 9 * 60;
    private static final String CUSTOMERS = ">";
    private static final String TEMPLATE = "#";

    /** Between what is made up here and the stories, which must not run into each other. */
    private static final Duration QUIET = Duration.ofDays(2);

    /** An exchange of a customer with a number. */
    record Small(Bakery.Customer customer, Bakery.Talk talk) {}

    /** In the order of their time. */
    List<Small> of(Bakery bakery, Instant now, ZoneId zone) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(bakery.customers().size());
        List<Small> talks = new ArrayList<>();
        Set<Bakery.Talk> known = Collections.newSetFromMap(new IdentityHashMap<>());
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (int ago = days; ago > 0; ago--) {
            LocalDate day = today.minusDays(ago);
            int count = perWeekday.get(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
            for (int i = 0; i < count; i++) {
                Instant at = day.atTime(OPENING)
                        .plusMinutes(((long) i * MINUTES_OPEN) / count + random.nextInt(MINUTES_OPEN / count / 2))
                        .atZone(zone)
                        .toInstant();
                talks.addAll(somebody(bakery, now, at, random, known));
            }
        }
        return talks;
    }

    /** Nobody, when everybody is in the middle of a story by then. */
    private List<Small> somebody(
            Bakery bakery, Instant now, Instant at, RandomGenerator random, Set<Bakery.Talk> known) {
        List<Small> quiet = bakery.customers().stream()
                .flatMap(customer -> customer.conversations().stream().map(talk -> new Small(customer, talk)))
                .filter(story -> !story.talk().archived() && beginsAfter(story.talk(), now, at.plus(QUIET)))
                .toList();
        if (quiet.isEmpty()) {
            return List.of();
        }
        Small story = quiet.get(random.nextInt(quiet.size()));
        List<String> words = exchanges.get(random.nextInt(exchanges.size()));
        if (!known.contains(story.talk()) && !words.getFirst().startsWith(CUSTOMERS)) {
            return List.of(); // Whom we write to first has written before.
        }
        known.add(story.talk());
        String agent =
                bakery.agents().get(random.nextInt(bakery.agents().size())).email();
        long minutesAgo = Duration.between(at, now).toMinutes();
        List<Bakery.Line> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            lines.add(line(words.get(i), agent, "wamid.past." + minutesAgo + "." + i, (int) minutesAgo - 3 * i));
        }
        return List.of(new Small(story.customer(), new Bakery.Talk(story.talk().phoneNumberId(), false, lines)));
    }

    private static boolean beginsAfter(Bakery.Talk story, Instant now, Instant time) {
        int first = story.messages().getFirst().minutesAgo();
        return now.minus(Duration.ofMinutes(first)).isAfter(time);
    }

    private static Bakery.Line line(String words, String agent, String id, int minutesAgo) {
        boolean theirs = words.startsWith(CUSTOMERS);
        return new Bakery.Line(
                id,
                theirs ? "customer" : agent,
                words.startsWith(TEMPLATE) ? "TEMPLATE" : "TEXT",
                words.substring(1).strip(),
                minutesAgo,
                true,
                theirs ? null : "READ",
                null,
                null);
    }
}

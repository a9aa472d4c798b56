package app.parley.shuffle;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.shuffle.Person.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Webhooks as Meta would send them in order: messages, reactions, edits, deletions, statuses, notices, calls, groups.
 * The same seed makes the same.
 *
 * <p>It avoids what no order of arrival can settle: two messages of one customer in the same second (ties go by
 * arrival); gaps of a day, over which a session opens or not depending on what is here already, but for one message of
 * three days ago in a conversation; people known by one id only who change it, and people whose last message does not
 * bear what they are now (both end as a conflict for an admin, or as what was heard last); two prices for one state of
 * a message; and refusals for want of a session, which end it only if the customer has not written since.
 */
final class Traffic {

    static final List<String> NUMBERS = List.of(Given.BAKERY, Given.CATERING, "106540352242924");

    static final Instant BEGIN = MutableClock.START.minus(Duration.ofHours(18));

    private static final long SECONDS = Duration.ofHours(16).toSeconds();

    final List<Conversation> conversations;
    final List<String> bodies = new ArrayList<>();
    private final List<Person> people;
    private final Random random;
    private final Changes changes;

    Traffic(long seed, int count) {
        random = new Random(seed);
        changes = new Changes(random);
        people = IntStream.range(0, Math.clamp(count / 10, 20, 2_000))
                .mapToObj(Traffic::person)
                .toList();
        conversations =
                people.stream().flatMap(person -> person.conversations.stream()).toList();
        int before = count - people.size();
        for (int i = 0; i < before; i++) {
            double share = (double) i / before;
            bodies.add(body(random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(7), () -> change(share)));
        }
        // Everybody has the last word as who they are now.
        people.forEach(person -> bodies.add(body(1, () -> changes.text(one(person), person.next(second(1))))));
    }

    private static Person person(int index) {
        Person person = new Person(index);
        for (int talk = 0; talk <= index % NUMBERS.size(); talk++) {
            person.conversations.add(new Conversation(person, talk));
        }
        return person;
    }

    /** The first words of a conversation, of which all else is told. */
    static String hello(Conversation in) {
        return body(List.of(Changes.message(
                in, in.hello(), in.person().hello().getEpochSecond(), "text", "", "{\"body\":\"Hello\"}")));
    }

    private String body(int count, Supplier<String> change) {
        return body(IntStream.range(0, count).mapToObj(_ -> change.get()).toList());
    }

    private static String body(List<String> all) {
        int cut = all.size() / 2;
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[" + entry(all.subList(0, cut)) + ","
                + entry(all.subList(cut, all.size())) + "]}";
    }

    private static String entry(List<String> changes) {
        return "{\"id\":\"" + Given.ACCOUNT + "\",\"changes\":[" + String.join(",", changes) + "]}";
    }

    private static long second(double share) {
        return BEGIN.getEpochSecond() + (long) (share * SECONDS);
    }

    private String change(double share) {
        Person person = people.get(random.nextInt(people.size()));
        Conversation in = one(person);
        long at = person.next(second(share));
        if (share > 0.5 && person.isAboutToMove()) {
            return changes.moves(in, at);
        }
        Conversation other = conversations.get(random.nextInt(conversations.size()));
        int dice = random.nextInt(100);
        return dice < 25
                ? changes.status(in, at)
                : dice < 38
                        ? changes.reaction(in, at)
                        : dice < 48
                                ? changes.edit(in, other, at)
                                : dice < 54
                                        ? changes.revoke(in, other, at)
                                        : dice < 56 ? changes.notice(in, at) : said(dice, in, at);
    }

    private String said(int dice, Conversation in, long at) {
        return switch (dice) {
            case 56 -> changes.call(in, at);
            case 57 -> changes.old(in, at);
            case 58, 59, 60, 61, 62, 63 -> changes.image(in, at);
            case 64, 65, 66, 67, 68, 69, 70, 71 -> changes.other(in, at);
            default -> changes.text(in, at);
        };
    }

    private Conversation one(Person person) {
        return person.conversations.get(random.nextInt(person.conversations.size()));
    }
}

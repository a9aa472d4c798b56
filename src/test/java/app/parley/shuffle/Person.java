package app.parley.shuffle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A customer while the traffic is made up; some go on under another number, id or name. */
final class Person {

    enum Moves {
        NEVER,
        NUMBER,
        USER_ID,
        NAME
    }

    final int index;
    final Moves moves;
    final List<Conversation> conversations = new ArrayList<>();
    private boolean moved;
    private long last = Traffic.BEGIN.getEpochSecond();

    Person(int index) {
        this.index = index;
        this.moves = hasPhone() && hasUserId() ? Moves.values()[index / 5 % 4] : Moves.NEVER;
    }

    /** One with each of so many numbers. */
    record Conversation(Person person, int talk, List<String> texts, List<String> images) {

        Conversation(Person person, int talk) {
            this(person, talk, new ArrayList<>(), new ArrayList<>());
            texts.add(hello());
        }

        String number() {
            return Traffic.NUMBERS.get(talk);
        }

        String hello() {
            return "wamid.hello." + person.index + "." + talk;
        }

        /** Meta's ids of our two answers to the hello; the second is not known at first. */
        List<String> ours() {
            return List.of("wamid.ours." + person.index + "." + talk, "wamid.later." + person.index + "." + talk);
        }

        /** Our own ids of them. */
        long ourId(int which) {
            return 9_000_000_000L + person.index * 10L + talk * 2L + which;
        }

        /** Whether the answer that would name the second one is lost, so that only a status can. */
        boolean isAnswerLost() {
            return (person.index + talk) % 2 == 0;
        }
    }

    private boolean hasPhone() {
        return index % 5 != 1;
    }

    private boolean hasUserId() {
        return index % 5 != 2;
    }

    /** Early for some, in the midst of everything for the others. */
    Instant hello() {
        return Traffic.BEGIN.plus(Duration.ofHours(index % 2 == 0 ? -2 : 8));
    }

    boolean isAboutToMove() {
        return !moved && moves != Moves.NEVER;
    }

    void move() {
        moved = true;
    }

    String waId(boolean later) {
        return String.format(Locale.ROOT, "34%s%07d", later ? "70" : "60", index);
    }

    String userId(boolean later) {
        return "ES." + ((later ? 9_000_000 : 1_000_000) + index);
    }

    private String waId() {
        return waId(moved && moves == Moves.NUMBER);
    }

    private String userId() {
        return userId(moved && moves == Moves.USER_ID);
    }

    String contact() {
        String name = "Customer " + index + (moved && moves == Moves.NAME ? " Renamed" : "");
        return "{\"profile\":{\"name\":\"" + name + "\",\"username\":\"@c" + index + "\"}"
                + (hasUserId() ? ",\"user_id\":\"" + userId() + "\"" : "")
                + (hasPhone() ? ",\"wa_id\":\"" + waId() + "\"" : "") + "}";
    }

    String from() {
        return (hasUserId() ? "\"from_user_id\":\"" + userId() + "\"," : "")
                + (hasPhone() ? "\"from\":\"" + waId() + "\"," : "");
    }

    /** A second, not before this one, that no other message of this person bears. */
    long next(long from) {
        last = Math.max(from, last + 1);
        long hello = hello().getEpochSecond();
        if (last >= hello && last <= hello + 2) {
            last = hello + 3;
        }
        return last;
    }
}

package app.parley.conversations;

import app.parley.cloudapi.Sender;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customers one piece of work is about, found by either identity. */
final class People {

    private final Map<String, Person> byUserId = new HashMap<>();
    private final Map<String, Person> byWaId = new HashMap<>();

    People(Collection<Person> known) {
        known.forEach(this::put);
    }

    void put(Person person) {
        if (person.userId() != null) {
            byUserId.put(person.userId(), person);
        }
        if (person.waId() != null) {
            byWaId.put(person.waId(), person);
        }
    }

    /** What was known of a person is no more. */
    void replace(Person before, Person now) {
        byUserId.values().removeIf(before::equals);
        byWaId.values().removeIf(before::equals);
        put(now);
    }

    /** Whether one person has both ids of the sender. */
    boolean agree(Sender sender) {
        Person person = byUserId(sender.userId());
        return person != null && Objects.equals(person.waId(), sender.waId());
    }

    @Nullable
    Person byUserId(@Nullable String userId) {
        return userId == null ? null : byUserId.get(userId);
    }

    @Nullable
    Person byWaId(@Nullable String waId) {
        return waId == null ? null : byWaId.get(waId);
    }
}

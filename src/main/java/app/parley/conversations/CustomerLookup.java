package app.parley.conversations;

import app.parley.cloudapi.Sender;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customers one piece of work is about, found by either identity. */
final class CustomerLookup {

    private final Map<String, Person> byUserId = new HashMap<>();
    private final Map<String, Person> byWaId = new HashMap<>();

    private final Map<CustomerId, Instant> lastHeard = new HashMap<>();

    CustomerLookup(Collection<Person> known) {
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

    void heard(CustomerId customer, Instant at) {
        lastHeard.merge(customer, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** By this piece of work. */
    boolean wasHeardAfter(CustomerId customer, Instant time) {
        return lastHeard.getOrDefault(customer, Instant.MIN).isAfter(time);
    }

    /** Whether one person has both ids of the sender. */
    boolean agree(Sender sender) {
        Person person = byUserId(sender.userId());
        return person != null && Objects.equals(person.waId(), sender.waId());
    }

    /** By the user id, else by the WhatsApp id. */
    @Nullable
    Person by(Sender ids) {
        Person person = byUserId(ids.userId());
        return person != null ? person : byWaId(ids.waId());
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

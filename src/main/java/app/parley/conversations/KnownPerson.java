package app.parley.conversations;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer with everything that WhatsApp tells of who they are. */
public record KnownPerson(
        CustomerId id,
        @Nullable String userId,
        @Nullable String waId,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String name) {

    static KnownPerson of(Person person) {
        return new KnownPerson(
                person.id(), person.userId(), person.waId(), person.phone(), person.username(), person.name());
    }

    /** What a webhook names them by. */
    public Set<String> identities() {
        Set<String> identities = new LinkedHashSet<>();
        add(identities, userId);
        add(identities, waId);
        if (phone != null) {
            add(identities, phone);
            add(identities, phone.replace("+", ""));
        }
        return identities;
    }

    private static void add(Set<String> identities, @Nullable String identity) {
        if (identity != null && !identity.isBlank()) {
            identities.add(identity);
        }
    }
}

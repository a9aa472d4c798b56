package app.parley.conversations;

import app.parley.cloudapi.IdentityChange;
import app.parley.cloudapi.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Who customers are: the business-scoped user id first, then the WhatsApp id (contract 2.3). Two known customers that
 * turn out to be one are never merged here: an admin is shown the conflict.
 */
@Component
class Identities {

    private final CustomerRepository customers;
    private final ConflictRepository conflicts;

    Identities(CustomerRepository customers, ConflictRepository conflicts) {
        this.customers = customers;
        this.conflicts = conflicts;
    }

    /** The customers these people are, in the same order; made known if new, with what we now know better. */
    List<CustomerId> keep(List<CustomerActivity> all, Instant now) {
        CustomerLookup people =
                people(all.stream().flatMap(CustomerActivity::ids).toList());
        List<CustomerId> ids = new ArrayList<>();
        for (CustomerActivity heard : all) {
            CustomerId id = keep(people, heard, now);
            people.heard(id, heard.at());
            ids.add(id);
        }
        return ids;
    }

    /**
     * To be asked with their conversations locked, as erasing locks them.
     *
     * @throws ConcurrencyFailureException when one was erased since {@link #keep}: done again, they are somebody new
     */
    void requireStillKnown(Collection<CustomerId> all) {
        if (customers.isAnyErased(all)) {
            throw new ConcurrencyFailureException("A customer was erased while their message was taken in.");
        }
    }

    private CustomerId keep(CustomerLookup people, CustomerActivity heard, Instant now) {
        Sender sender = heard.sender();
        Person byUserId = people.byUserId(sender.userId());
        Person byWaId = people.byWaId(sender.waId());
        if (byUserId != null && byWaId != null && !byUserId.id().equals(byWaId.id())) {
            conflicts.note(byUserId.id(), byWaId.id(), now);
            return byWaId.id(); // The message goes to the phone number's, as it always has.
        }
        Person known = byUserId != null ? byUserId : byWaId;
        if (known == null && heard.goesOnAs() != null) {
            Person already = people.by(heard.goesOnAs());
            if (already != null) {
                return already.id();
            }
        }
        if (known == null) {
            Person added = customers.insert(sender);
            people.put(added);
            return added.id();
        }
        Person filled = known.filledFrom(sender);
        Person told = known.with(sender);
        become(people, known, !told.equals(filled) && isOutdated(people, known, heard.at()) ? filled : told);
        return known.id();
    }

    /** Whether they have been heard of later: what comes late says who they were, not who they are. */
    private boolean isOutdated(CustomerLookup people, Person person, Instant at) {
        return people.wasHeardAfter(person.id(), at) || customers.wroteAfter(person.id(), at);
    }

    private void become(CustomerLookup people, Person known, Person now) {
        if (!known.equals(now)) {
            customers.update(now);
            people.replace(known, now);
        }
    }

    /**
     * The same customer goes on under another number or id. When somebody else is known by it already, nobody is
     * changed and the conflict is noted; when nobody is known by the old one, there is nothing to do.
     */
    void change(IdentityChange change, Instant now) {
        CustomerLookup people =
                people(Stream.of(change.userId(), change.newUserId()), Stream.of(change.waId(), change.newWaId()));
        Person person = people.by(new Sender(change.userId(), change.waId(), null, null));
        if (person == null) {
            return;
        }
        Instant at = change.at() == null ? now : change.at();
        if (!person.stillHas(change.userId(), change.waId()) && isOutdated(people, person, at)) {
            return; // They have gone on since.
        }
        Person taken = Stream.of(people.byUserId(change.newUserId()), people.byWaId(change.newWaId()))
                .filter(other -> other != null && !other.id().equals(person.id()))
                .findFirst()
                .orElse(null);
        if (taken == null) {
            become(people, person, person.with(change.becomes()));
        } else {
            conflicts.note(person.id(), taken.id(), now);
        }
    }

    private CustomerLookup people(List<Sender> senders) {
        CustomerLookup people =
                new CustomerLookup(customers.byUserIds(known(senders.stream().map(Sender::userId))));
        // Whoever has the WhatsApp id of a message needs no second look: it can be nobody else's.
        customers
                .byWaIds(known(
                        senders.stream().filter(sender -> !people.agree(sender)).map(Sender::waId)))
                .forEach(people::put);
        return people;
    }

    private CustomerLookup people(Stream<@Nullable String> userIds, Stream<@Nullable String> waIds) {
        CustomerLookup people = new CustomerLookup(customers.byUserIds(known(userIds)));
        customers.byWaIds(known(waIds)).forEach(people::put);
        return people;
    }

    private static Collection<String> known(Stream<@Nullable String> ids) {
        return ids.filter(Objects::nonNull).distinct().toList();
    }
}

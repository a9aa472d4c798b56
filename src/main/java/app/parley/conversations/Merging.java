package app.parley.conversations;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two customers become one: the one known longer stays, and all that was said to the other with it. One transaction,
 * which locks the customers first, then their conversations, each in the order of their ids.
 */
@Service
@Transactional
class Merging {

    private final MergeRepository repository;
    private final MaintenanceRepository upkeep;
    private final CustomerRepository customers;
    private final ConversationRepository conversations;
    private final ArchivingRepository archivings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Merging(
            MergeRepository repository,
            MaintenanceRepository upkeep,
            CustomerRepository customers,
            ConversationRepository conversations,
            ArchivingRepository archivings,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.upkeep = upkeep;
        this.customers = customers;
        this.conversations = conversations;
        this.archivings = archivings;
        this.audit = audit;
        this.events = events;
    }

    /** Does nothing when the conflict is settled. */
    void merge(long conflict, AgentId admin) {
        if (!upkeep.isAdmin(admin)) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        List<Person> people = repository.lockUnsettled(conflict);
        if (people.size() == 2) {
            merge(people.getFirst(), people.getLast());
            String which = "customer " + people.getLast().id().value() + " into "
                    + people.getFirst().id().value();
            audit.record(AuditAction.CUSTOMERS_MERGED, admin.value(), which, null);
        }
    }

    private void merge(Person stays, Person goes) {
        boolean goneWroteLast = repository
                .wroteLast(stays.id(), goes.id())
                .filter(goes.id()::equals)
                .isPresent();
        Map<NumberId, List<MergedConversation>> byNumber = repository.lockConversations(stays.id(), goes.id()).stream()
                .collect(Collectors.groupingBy(MergedConversation::number, LinkedHashMap::new, Collectors.toList()));
        byNumber.values().forEach(ofNumber -> {
            MergedConversation older = ofNumber.getFirst();
            if (ofNumber.size() > 1) {
                join(older, ofNumber.getLast());
            }
            repository.give(older.id(), stays.id());
            changed(older);
        });
        repository.forget(goes.id(), stays.id());
        customers.update(
                goneWroteLast ? Person.merged(stays.id(), goes, stays) : Person.merged(stays.id(), stays, goes));
    }

    /** The older conversation takes everything in; its row says what holds for both. */
    private void join(MergedConversation into, MergedConversation gone) {
        // An archiving cannot be taken back for one half of a conversation.
        archivings.voidAll(into.id());
        archivings.voidAll(gone.id());
        repository.move(gone.id(), into.id());
        events.publishEvent(new ConversationsMerged(gone.id(), into.id()));
        repository.delete(gone.id());
        conversations.archived(into.id(), into.archived() && gone.archived());
        MergedConversation longer = into.lastsAsLongAs(gone) ? into : gone;
        conversations.session(into.id(), longer.session(), longer.sessionEndsAt());
        conversations.touchLast(into.id());
        conversations.touchUnseen(into.id());
        changed(gone);
    }

    private void changed(MergedConversation conversation) {
        events.publishEvent(new ConversationChanged(conversation.id(), conversation.number()));
    }
}

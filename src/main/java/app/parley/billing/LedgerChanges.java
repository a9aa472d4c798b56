package app.parley.billing;

import app.parley.conversations.BillableMessage;
import app.parley.conversations.FailedMessageDelivered;
import app.parley.conversations.MessageConfirmed;
import app.parley.conversations.MessageFailed;
import app.parley.conversations.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one transaction makes true that the ledger must know. */
final class LedgerChanges {

    private final List<BillableMessage> stored = new ArrayList<>();
    private final Map<MessageId, List<Fate>> fates = new LinkedHashMap<>();
    private final Map<MessageId, Optional<MessageFailed>> failed = new LinkedHashMap<>();

    /** @param message empty: it was lost */
    private record Fate(Optional<BillableMessage> message) {}

    void add(List<BillableMessage> messages) {
        stored.addAll(messages);
    }

    void add(MessageConfirmed taken) {
        add(taken.message().id(), new Fate(Optional.of(taken.message())));
    }

    void add(MessageFailed lost) {
        add(lost.message(), new Fate(Optional.empty()));
        failed.put(lost.message(), Optional.of(lost));
    }

    void add(FailedMessageDelivered found) {
        failed.put(found.message(), Optional.empty());
    }

    private void add(MessageId message, Fate fate) {
        fates.computeIfAbsent(message, id -> new ArrayList<>()).add(fate);
    }

    /** Those whose earlier entries say what is still to be entered. */
    Set<MessageId> fated() {
        return fates.keySet();
    }

    boolean charges() {
        return !stored.isEmpty()
                || fates.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(fate -> fate.message().isPresent());
    }

    /** Of every message that failed or was found again: that it failed, or empty. */
    Map<MessageId, Optional<MessageFailed>> failed() {
        return failed;
    }

    /** What follows, at most one charge and one credit for a message, whatever stands already. */
    List<Entry> entries(List<Entry> standing, RateTable rates) {
        List<Entry> entries = new ArrayList<>();
        stored.forEach(message -> entries.add(Entry.charge(message, rates)));
        Map<MessageId, Entry> charges = new HashMap<>();
        Set<MessageId> credited = new HashSet<>();
        for (Entry entry : standing) {
            if (entry.kind() == EntryKind.CHARGE) {
                charges.put(entry.message(), entry);
            } else {
                credited.add(entry.message());
            }
        }
        fates.forEach((id, ofMessage) -> ofMessage.forEach(fate -> {
            Entry charge = charges.get(id);
            if (fate.message().isPresent() && charge == null) {
                Entry made = Entry.charge(fate.message().get(), rates);
                charges.put(id, made);
                entries.add(made);
            } else if (fate.message().isEmpty() && charge != null && credited.add(id)) {
                entries.add(charge.credit());
            }
        }));
        return entries;
    }
}

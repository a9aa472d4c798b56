package app.parley.journal;

import app.parley.cloudapi.Webhook;
import app.parley.conversations.Receiving;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an account tells of its customers' business-scoped user ids: acted upon if that account signed it. */
@Component
class IdentityChanges {

    private final Receiving receiving;

    IdentityChanges(Receiving receiving) {
        this.receiving = receiving;
    }

    List<WebhookItem> pieces(JournalEntry entry, Webhook.Change change, Outcome outcome) {
        if (change.identityChanges().isEmpty()) {
            return List.of();
        }
        if (change.entryId() == null || !entry.signedBy().contains(change.entryId())) {
            outcome.odd("The account it is about did not sign it.");
            return List.of();
        }
        return change.identityChanges().stream()
                .<WebhookItem>map(moved -> new WebhookItem.Deed(() -> receiving.moved(moved, entry.receivedAt())))
                .toList();
    }
}

package app.parley.journal;

import app.parley.cloudapi.AccountChange;
import app.parley.cloudapi.Webhook;
import app.parley.numbers.AccountEvents;
import app.parley.numbers.Numbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** The changes that are of an account as a whole: acted upon if that account signed them. */
@Component
class AccountChanges {

    private final AccountEvents events;
    private final Numbers numbers;

    AccountChanges(AccountEvents events, Numbers numbers) {
        this.events = events;
        this.numbers = numbers;
    }

    List<Runnable> pieces(JournalEntry entry, Webhook.Change change, Outcome outcome) {
        return change.ofAccount()
                .map(ofAccount -> pieces(entry, ofAccount, outcome))
                .orElse(List.of());
    }

    private List<Runnable> pieces(JournalEntry entry, AccountChange change, Outcome outcome) {
        if (entry.signedBy().contains(change.wabaId())) {
            return List.of(() -> events.happened(change, entry.receivedAt()));
        }
        if (numbers.knowsAccount(change.wabaId())) {
            outcome.odd("The account it is about did not sign it.");
        } else {
            outcome.notShown("account");
        }
        return List.of();
    }
}

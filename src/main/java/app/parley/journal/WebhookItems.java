package app.parley.journal;

import app.parley.cloudapi.MalformedWebhookException;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.Deliveries;
import app.parley.conversations.ReceivedMessage;
import app.parley.conversations.Receiving;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes bodies apart, in the order Meta gave, and hands each part to the package it is for. */
@Component
class WebhookItems {

    private final Numbers numbers;
    private final Receiving receiving;
    private final Deliveries deliveries;
    private final AccountChanges accountChanges;
    private final IdentityChanges identityChanges;

    WebhookItems(
            Numbers numbers,
            Receiving receiving,
            Deliveries deliveries,
            AccountChanges accountChanges,
            IdentityChanges identityChanges) {
        this.numbers = numbers;
        this.receiving = receiving;
        this.deliveries = deliveries;
        this.accountChanges = accountChanges;
        this.identityChanges = identityChanges;
    }

    /** The numbers that a few bodies are about, each asked for once. */
    final class Known {
        private final Map<String, Optional<PhoneNumberEntry>> numbersById = new HashMap<>();

        private Optional<PhoneNumberEntry> number(String phoneNumberId) {
            return numbersById.computeIfAbsent(phoneNumberId, numbers::byPhoneNumberId);
        }
    }

    Known known() {
        return new Known();
    }

    /** What cannot be taken apart has none, and the outcome says why. */
    List<WebhookItem> of(JournalEntry entry, Outcome outcome, Known known) {
        List<WebhookItem> pieces = new ArrayList<>();
        try {
            for (Webhook.Change change : Webhook.parse(entry.body().bytes()).changes()) {
                change.notShown().forEach(outcome::notShown);
                accountChanges.pieces(entry, change, outcome).forEach(deed -> pieces.add(new WebhookItem.Deed(deed)));
                pieces.addAll(identityChanges.pieces(entry, change, outcome));
                if (change.isOfANumber()) {
                    pieces.addAll(ofNumber(entry, change, outcome, known));
                }
            }
        } catch (MalformedWebhookException e) {
            outcome.odd(e.getMessage());
        }
        return pieces;
    }

    private List<WebhookItem> ofNumber(JournalEntry entry, Webhook.Change change, Outcome outcome, Known known) {
        String phoneNumberId = change.phoneNumberId();
        if (phoneNumberId == null) {
            return List.of(); // Trouble of the account's as a whole: kept, nothing to do.
        }
        PhoneNumberEntry number = known.number(phoneNumberId).orElse(null);
        if (number == null) {
            outcome.unassigned(phoneNumberId);
            return List.of();
        }
        if (!entry.signedBy().contains(number.wabaId())) {
            outcome.odd("The account of this number did not sign it.");
            return List.of();
        }
        outcome.heard(number);
        return pieces(entry, change, number);
    }

    private List<WebhookItem> pieces(JournalEntry entry, Webhook.Change change, PhoneNumberEntry number) {
        List<WebhookItem> pieces = new ArrayList<>();
        change.messages().stream()
                .filter(message -> message.groupId() == null) // Groups are kept and counted, not shown.
                .map(message -> new WebhookItem.Message(new ReceivedMessage(number.id(), message, entry.receivedAt())))
                .forEach(pieces::add);
        change.calls().stream()
                .map(call -> new WebhookItem.Deed(() -> receiving.called(number.id(), call, entry.receivedAt())))
                .forEach(pieces::add);
        change.statuses().stream()
                .map(status -> new WebhookItem.Deed(() -> deliveries.status(number.id(), status)))
                .forEach(pieces::add);
        return pieces;
    }

    /** Does them in their order; messages that follow each other are stored together. */
    void run(List<WebhookItem> pieces) {
        List<ReceivedMessage> messages = new ArrayList<>();
        for (WebhookItem piece : pieces) {
            switch (piece) {
                case WebhookItem.Message message -> messages.add(message.arrival());
                case WebhookItem.Deed deed -> {
                    receive(messages);
                    deed.deed().run();
                }
            }
        }
        receive(messages);
    }

    private void receive(List<ReceivedMessage> messages) {
        if (!messages.isEmpty()) {
            receiving.receive(List.copyOf(messages));
            messages.clear();
        }
    }
}

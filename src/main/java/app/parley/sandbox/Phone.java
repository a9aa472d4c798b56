package app.parley.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one customer sees of the chat with one number. */
final class Phone {

    private final SandboxNumber number;
    private SandboxCustomer customer;
    private final Map<String, PhoneMessage> messages = new LinkedHashMap<>();
    private int watchers;

    Phone(SandboxNumber number, SandboxCustomer customer) {
        this.number = number;
        this.customer = customer;
    }

    SandboxNumber number() {
        return number;
    }

    synchronized SandboxCustomer customer() {
        return customer;
    }

    /** The same person, known otherwise from now on. */
    synchronized void become(SandboxCustomer now) {
        customer = now;
    }

    PhoneId id() {
        return new PhoneId(number.phoneNumberId(), customer().userId());
    }

    synchronized void put(PhoneMessage message) {
        messages.put(message.id(), message);
    }

    /** What stands there of a message; empty when it is not here. */
    synchronized Optional<String> text(String messageId) {
        return Optional.ofNullable(messages.get(messageId)).map(PhoneMessage::text);
    }

    synchronized boolean knows(String messageId) {
        return messages.containsKey(messageId);
    }

    synchronized void change(String messageId, UnaryOperator<PhoneMessage> change) {
        messages.computeIfPresent(messageId, (id, message) -> change.apply(message));
    }

    /** Reading one message reads all that the customer wrote before it (contract section 4). */
    synchronized void readByBusinessUpTo(String messageId) {
        for (PhoneMessage message : List.copyOf(messages.values())) {
            if (message.fromCustomer()) {
                change(message.id(), it -> it.with(Ticks.READ));
            }
            if (message.id().equals(messageId)) {
                return;
            }
        }
    }

    /** The customer looks at the screen. Returns the business's messages that were not read before. */
    synchronized List<Sending> readByCustomer() {
        List<Sending> read = new ArrayList<>();
        for (PhoneMessage message : List.copyOf(messages.values())) {
            Sending sending = message.sending();
            if (sending != null && message.ticks() != Ticks.READ) {
                change(message.id(), it -> it.with(Ticks.READ));
                read.add(sending);
            }
        }
        return read;
    }

    /** The newest message of one side. */
    synchronized Optional<PhoneMessage> last(boolean fromCustomer) {
        return List.copyOf(messages.values()).reversed().stream()
                .filter(message -> message.fromCustomer() == fromCustomer)
                .filter(message -> !message.type().equals(PhoneMessage.DELETED))
                .findFirst();
    }

    /** The newest messages, oldest of them first. */
    synchronized List<PhoneMessage> newest(int limit) {
        List<PhoneMessage> all = List.copyOf(messages.values());
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    synchronized void watched(boolean shown) {
        watchers += shown ? 1 : -1;
    }

    synchronized boolean isWatched() {
        return watchers > 0;
    }
}

package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which message a sign to the customer goes by (contract section 4: marking one as read marks all before it). */
@Service
@Transactional(readOnly = true)
public class CustomerSignals {

    /** WhatsApp takes no sign for an older message. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private final SignalRepository repository;

    CustomerSignals(SignalRepository repository) {
        this.repository = repository;
    }

    /**
     * A message of the customer's.
     *
     * @param ref Meta's id of it
     */
    public record CustomerMessage(NumberId number, String ref) {}

    /** The last message up to which the team has seen everything; empty when the very first is still unseen. */
    public Optional<CustomerMessage> seenUpTo(ConversationId conversation, Instant now) {
        return repository.seenUpTo(conversation, now.minus(OLDEST));
    }

    /** The newest message, while a session is open. */
    public Optional<CustomerMessage> newest(ConversationId conversation, Instant now) {
        return repository.newest(conversation, now);
    }
}

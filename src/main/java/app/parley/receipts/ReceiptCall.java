package app.parley.receipts;

import app.parley.cloudapi.GraphClient;
import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerSignals;
import app.parley.conversations.CustomerSignals.CustomerMessage;
import app.parley.numbers.Accounts;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One call to WhatsApp that marks a message as read, if the number is set to it and it was not done before. */
@Component
class ReceiptCall {

    /** WhatsApp shows "typing…" for 25 s (contract section 4): said again a little earlier, while it goes on. */
    private static final Duration TYPING_AGAIN = Duration.ofSeconds(20);

    private static final int REMEMBERED = 10_000;
    private static final int TURNS = 64;

    private final CustomerSignals signals;
    private final Numbers numbers;
    private final Accounts accounts;
    private final GraphClient graph;
    private final Clock clock;
    private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();
    private final Map<ConversationId, String> read = recent();
    private final Map<ConversationId, Instant> typing = recent();

    ReceiptCall(CustomerSignals signals, Numbers numbers, Accounts accounts, GraphClient graph, Clock clock) {
        this.signals = signals;
        this.numbers = numbers;
        this.accounts = accounts;
        this.graph = graph;
        this.clock = clock;
    }

    void forget() {
        read.clear();
        typing.clear();
    }

    boolean isTypingNews(ConversationId conversation) {
        Instant told = typing.get(conversation);
        return told == null || !clock.instant().isBefore(told.plus(TYPING_AGAIN));
    }

    /** One after the other in a conversation: of two side by side, neither would know what the other has told. */
    void tell(ConversationId conversation, ReceiptKind sign) {
        synchronized (turns.get((int) (conversation.value() % TURNS))) {
            if (sign == ReceiptKind.TYPING && tellTyping(conversation)) {
                return;
            }
            tellRead(conversation);
        }
    }

    /** @return whether the customer was told; then what they wrote counts as read, too */
    private boolean tellTyping(ConversationId conversation) {
        typing.put(conversation, clock.instant());
        // It would mark everything as read: not while there is something that nobody has seen.
        Optional<CustomerMessage> newest = signals.newest(conversation, clock.instant())
                .filter(heard -> signals.seenUpTo(conversation, clock.instant()).equals(Optional.of(heard)));
        return newest.isPresent()
                && numbers.receipts(newest.get().number()).showsTyping()
                && call(conversation, newest.get(), true);
    }

    private void tellRead(ConversationId conversation) {
        signals.seenUpTo(conversation, clock.instant())
                .filter(seen -> !seen.ref().equals(read.get(conversation)))
                .filter(seen -> numbers.receipts(seen.number()).readReceipts())
                .ifPresent(seen -> call(conversation, seen, false));
    }

    private boolean call(ConversationId conversation, CustomerMessage message, boolean withTyping) {
        Optional<PhoneNumberEntry> number = numbers.byId(message.number()).filter(entry -> !entry.paused());
        Optional<String> token = number.flatMap(entry -> accounts.accessToken(entry.wabaId()));
        boolean told = token.isPresent()
                && graph.markRead(number.get().phoneNumberId(), token.get(), message.ref(), withTyping);
        if (told) {
            read.put(conversation, message.ref());
        }
        return told;
    }

    private static <V> Map<ConversationId, V> recent() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ConversationId, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}

package app.parley.outbox;

import app.parley.cloudapi.GraphClient;
import app.parley.cloudapi.OutboundMessage;
import app.parley.cloudapi.Recipient;
import app.parley.cloudapi.SendOutcome;
import app.parley.conversations.CallbackData;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Outgoing;
import app.parley.foundation.Trouble;
import app.parley.numbers.Accounts;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.numbers.RefusedTokens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one claimed message, outside any transaction, and writes down what is known then. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int WRITE_ATTEMPTS = 100;
    private static final Duration WRITE_PAUSE = Duration.ofMillis(500);

    /** Of the database's connections: hundreds of sends must not stand between the agents, or the worker, and theirs. */
    private final Semaphore connections = new Semaphore(4, true);

    private final Deliveries deliveries;
    private final Outcomes outcomes;
    private final Numbers numbers;
    private final Accounts accounts;
    private final RefusedTokens tokens;
    private final GraphClient graph;
    private final MediaUpload uploading;

    Dispatch(
            Deliveries deliveries,
            Outcomes outcomes,
            Numbers numbers,
            Accounts accounts,
            RefusedTokens tokens,
            GraphClient graph,
            MediaUpload uploading) {
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.numbers = numbers;
        this.accounts = accounts;
        this.tokens = tokens;
        this.graph = graph;
        this.uploading = uploading;
    }

    void send(OutboxItem item) throws InterruptedException {
        Optional<Outgoing> outgoing;
        Optional<Way> way;
        try {
            connections.acquire();
            try {
                outgoing = deliveries.outgoing(item.message());
                way = outgoing.flatMap(it -> numbers.byId(it.number())).flatMap(this::way);
            } finally {
                connections.release();
            }
        } catch (RuntimeException e) {
            log.error("Outbox item {} could not be read and is tried again: {}", item.id(), Trouble.in(e));
            outcomes.putBack(item);
            return;
        }
        if (outgoing.isEmpty()) {
            outcomes.drop(item);
            return;
        }
        SendOutcome answer = send(outgoing.get(), way);
        SendOutcome outcome = way.filter(it -> isReplaced(it, answer)).isPresent()
                ? new SendOutcome.NotSent("the access token was replaced meanwhile")
                : answer;
        // What WhatsApp answered is known only here: the database gets many chances before it is given up.
        for (int attempt = 1; !written(item, outcome, attempt); attempt++) {
            Thread.sleep(WRITE_PAUSE);
        }
        if (way.isPresent() && outcome instanceof SendOutcome.Refused refused) {
            tokens.resumeIfReplaced(
                    way.get().wabaId(), refused.error().reason(), way.get().token());
        }
        if (outcome instanceof SendOutcome.Accepted accepted
                && accepted.waId() != null
                && outgoing.get().to() instanceof Recipient.Phone phone
                && !accepted.waId().equals(phone.digits())) {
            outcomes.goesBy(phone, accepted.waId());
        }
    }

    /** By which number, and with what, something is sent. */
    private record Way(String phoneNumberId, String wabaId, String token) {

        @Override
        public String toString() {
            return "number " + phoneNumberId;
        }
    }

    private Optional<Way> way(PhoneNumberEntry number) {
        return accounts.accessToken(number.wabaId())
                .map(token -> new Way(number.phoneNumberId(), number.wabaId(), token));
    }

    private boolean isReplaced(Way way, SendOutcome answer) {
        return answer instanceof SendOutcome.Refused refused
                && tokens.isReplaced(way.wabaId(), refused.error().reason(), way.token());
    }

    private boolean written(OutboxItem item, SendOutcome outcome, int attempt) throws InterruptedException {
        connections.acquire();
        try {
            outcomes.write(item, outcome);
            return true;
        } catch (RuntimeException e) {
            if (attempt == WRITE_ATTEMPTS) {
                throw e;
            }
            return false;
        } finally {
            connections.release();
        }
    }

    private SendOutcome send(Outgoing outgoing, Optional<Way> way) throws InterruptedException {
        if (way.isEmpty()) {
            return new SendOutcome.NotSent("no access token");
        }
        AtomicBoolean onTheWire = new AtomicBoolean();
        try {
            return send(outgoing, way.get(), onTheWire);
        } catch (RuntimeException e) {
            if (onTheWire.get()) {
                throw e;
            }
            log.error("A message could not be made ready and is tried again: {}", Trouble.in(e));
            return new SendOutcome.NotSent("trouble of our own");
        }
    }

    private SendOutcome send(Outgoing outgoing, Way way, AtomicBoolean onTheWire) throws InterruptedException {
        return uploading.with(outgoing, way.phoneNumberId(), way.token(), mediaId -> {
            OutboundMessage message = message(outgoing, mediaId);
            onTheWire.set(true);
            return graph.send(way.phoneNumberId(), way.token(), message);
        });
    }

    private static OutboundMessage message(Outgoing outgoing, @Nullable String mediaId) {
        return new OutboundMessage(
                outgoing.to(), outgoing.content(), outgoing.quoted(), mediaId, CallbackData.of(outgoing.id()));
    }
}

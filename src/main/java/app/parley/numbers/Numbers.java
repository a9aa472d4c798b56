package app.parley.numbers;

import app.parley.cloudapi.PhoneNumber;
import app.parley.cloudapi.SendingHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our phone numbers on WhatsApp. */
@Service
@Transactional
public class Numbers {

    /** Messages a second that WhatsApp takes from a number, as a rule and at most (contract section 7). */
    public static final int USUAL_THROUGHPUT = 80;

    public static final int MOST_THROUGHPUT = 1000;

    /** For which messages can be kept, unless it is for ever. */
    public static final int MOST_DAYS = 36_500;

    private static final Duration HEARD_EVERY = Duration.ofMinutes(1);

    private final NumberRepository repository;
    private final StandingRepository standings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Numbers(NumberRepository repository, StandingRepository standings, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.standings = standings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PhoneNumberEntry> all() {
        return repository.all();
    }

    @Transactional(readOnly = true)
    public Optional<PhoneNumberEntry> byPhoneNumberId(String phoneNumberId) {
        return repository.byPhoneNumberId(phoneNumberId);
    }

    @Transactional(readOnly = true)
    public Optional<PhoneNumberEntry> byId(NumberId id) {
        return repository.byId(id);
    }

    /** This number and those that share its WhatsApp account. */
    @Transactional(readOnly = true)
    public List<NumberId> ofSameAccount(NumberId id) {
        return repository.ofSameAccount(id);
    }

    /** Whether this WhatsApp account (WABA id) has a number of ours. */
    @Transactional(readOnly = true)
    public boolean knowsAccount(String wabaId) {
        return repository.knows(wabaId);
    }

    /** A webhook came for this number; written down once a minute at most. */
    public void heard(PhoneNumberEntry number, Instant at) {
        Instant before = number.lastWebhookAt();
        if (before == null || at.isAfter(before.plus(HEARD_EVERY))) {
            repository.heard(number.id(), at);
        }
    }

    /** How each number stands with WhatsApp. */
    @Transactional(readOnly = true)
    public List<NumberHealth> health() {
        return repository.health();
    }

    /** How WhatsApp said each number stands, by name. */
    @Transactional(readOnly = true)
    public List<NumberStanding> standings() {
        return standings.all();
    }

    /** @param name what WhatsApp calls the account; null when it does not say */
    void accountIsNamed(String wabaId, @Nullable String name) {
        if (name != null) {
            standings.accountIsNamed(wabaId, name);
        }
    }

    void stands(PhoneNumber number) {
        standings.stands(number, clock.instant());
    }

    void sends(String phoneNumberId, SendingHealth health) {
        standings.sends(phoneNumberId, health);
    }

    /**
     * Adds a number or brings its name up to date.
     *
     * @throws AccountRefusedException when it is another account's
     */
    public void keep(String wabaId, String phoneNumberId, String displayPhone, String name) {
        Optional<PhoneNumberEntry> known = repository.byPhoneNumberId(phoneNumberId);
        if (known.filter(number -> !number.wabaId().equals(wabaId)).isPresent()) {
            throw new AccountRefusedException(AccountRefusal.NUMBER_TAKEN, name);
        }
        if (known.isEmpty()) {
            if (repository.insert(repository.account(wabaId), phoneNumberId, displayPhone, name)) {
                events.publishEvent(new NumberAdded(phoneNumberId));
                events.publishEvent(new NumbersChanged());
            }
        } else if (!known.get().displayPhone().equals(displayPhone)
                || !known.get().name().equals(name)) {
            repository.rename(known.get().id(), displayPhone, name);
            events.publishEvent(new NumbersChanged());
        }
    }

    /** How many messages a second an admin lets this number send; empty for the usual. */
    @Transactional(readOnly = true)
    public Optional<Integer> throughput(NumberId id) {
        return repository.throughput(id);
    }

    /** @param perSecond null for the usual */
    public void throughput(NumberId id, @Nullable Integer perSecond) {
        if (perSecond != null && (perSecond < 1 || perSecond > MOST_THROUGHPUT)) {
            throw new IllegalArgumentException("Not a number of messages a second: " + perSecond);
        }
        repository.throughput(id, perSecond);
    }

    /** What customers of this number are let know. */
    @Transactional(readOnly = true)
    public ReceiptSettings receipts(NumberId id) {
        return repository.receipts(id).orElse(ReceiptSettings.NONE);
    }

    public void receipts(NumberId id, ReceiptSettings receipts) {
        repository.receipts(id, receipts);
    }

    /** How many days messages are kept, of those numbers that do not keep them for ever. */
    @Transactional(readOnly = true)
    public Map<NumberId, Integer> retentions() {
        return repository.retentions();
    }

    /** @param days null: for ever */
    public void retention(NumberId id, @Nullable Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("Not a number of days: " + days);
        }
        repository.retention(id, days);
        events.publishEvent(new RetentionChanged(id, days));
    }

    /** A disabled number is hidden from the inbox; what comes for it is still kept and processed. */
    public void enable(NumberId id, boolean enabled) {
        repository.enable(id, enabled);
        events.publishEvent(new NumbersChanged());
    }

    /**
     * From now on nothing is sent from this number; what is queued waits. One that is paused already keeps its reason.
     *
     * @param code Meta's code for why nothing would arrive (contract 4.2); null when an admin wants it so
     */
    public void pause(NumberId id, @Nullable Integer code) {
        if (repository.pause(id, code, clock.instant())) {
            events.publishEvent(new NumberPaused(id));
        }
    }

    /** Sends again, beginning with what waits. */
    public void resume(NumberId id) {
        if (repository.resume(id)) {
            events.publishEvent(new NumberPaused(id));
        }
    }

    /** Those of an account that stopped because its token was refused send again. */
    void resumeRefused(AccountId account) {
        standings.refused(account).forEach(this::resume);
    }
}

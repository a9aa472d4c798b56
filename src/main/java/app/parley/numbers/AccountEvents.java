package app.parley.numbers;

import app.parley.cloudapi.AccountChange;
import app.parley.cloudapi.NumberChange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What WhatsApp tells of an account as a whole: kept for the admins, and acted upon. */
@Service
@Transactional
public class AccountEvents {

    private final AccountEventRepository events;
    private final TemplateRepository templates;
    private final TemplateSync sync;
    private final NumberRepository numbers;
    private final Clock clock;

    AccountEvents(
            AccountEventRepository events,
            TemplateRepository templates,
            TemplateSync sync,
            NumberRepository numbers,
            Clock clock) {
        this.events = events;
        this.templates = templates;
        this.sync = sync;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Keeps it and does what follows from it; told again, it changes nothing. */
    public void happened(AccountChange change, Instant receivedAt) {
        AccountId account = numbers.account(change.wabaId());
        Instant at = Objects.requireNonNullElse(change.time(), receivedAt);
        String hash = change.hash(receivedAt);
        if (events.exists(hash)) {
            return;
        }
        events.insert(account, change, at, receivedAt, hash);
        change.template().ifPresent(template -> {
            templates.keep(account, template, at, clock.instant());
            sync.soon(change.wabaId());
        });
        change.number().ifPresent(number -> number(account, number, at));
    }

    /** Newest first, by WhatsApp's clock. */
    @Transactional(readOnly = true)
    public List<AccountEvent> newest(int limit) {
        return events.newest(limit);
    }

    /** What may not be sent, or is about to become so. */
    @Transactional(readOnly = true)
    public List<Template> templatesInTrouble(int limit) {
        return templates.inTrouble(limit);
    }

    private void number(AccountId account, NumberChange change, Instant at) {
        String digits = change.digits();
        if (digits == null || digits.isEmpty()) {
            return;
        }
        numbers.displayed(account).forEach((number, phone) -> {
            if (NumberChange.digits(phone).equals(digits)) {
                apply(number, change, at);
            }
        });
    }

    private void apply(NumberId number, NumberChange change, Instant at) {
        if (change.event() != null || change.limit() != null) {
            numbers.quality(number, change.event(), change.limit(), at);
        }
        if (change.name() != null) {
            numbers.renamed(number, change.name(), at);
        }
    }
}

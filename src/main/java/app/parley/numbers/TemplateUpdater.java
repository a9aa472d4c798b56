package app.parley.numbers;

import app.parley.cloudapi.ListedTemplate;
import app.parley.cloudapi.TemplateChange;
import app.parley.foundation.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what we keep of an account's templates up to what WhatsApp lists; what did not change is not written anew. */
@Component
class TemplateUpdater {

    private static final Logger log = LoggerFactory.getLogger(TemplateUpdater.class);

    private final TemplateRepository templates;
    private final NumberRepository numbers;
    private final TransactionTemplate transaction;

    TemplateUpdater(TemplateRepository templates, NumberRepository numbers, PlatformTransactionManager transactions) {
        this.templates = templates;
        this.numbers = numbers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param asked when the question was put: what we were told since counts more */
    void keep(String wabaId, List<ListedTemplate> listed, Instant asked) {
        AccountId account = Objects.requireNonNull(transaction.execute(status -> numbers.account(wabaId)));
        Map<TemplateKey, KeptTemplate> kept =
                new HashMap<>(Objects.requireNonNull(transaction.execute(status -> templates.all(account))));
        List<TemplateId> unchanged = new ArrayList<>();
        for (ListedTemplate template : listed) {
            KeptTemplate before = kept.remove(TemplateKey.of(template.state()));
            if (before != null && before.isAs(template)) {
                unchanged.add(before.id());
            } else {
                keepOne(account, template, asked);
            }
        }
        List<TemplateId> gone = kept.values().stream().map(KeptTemplate::id).toList();
        transaction.executeWithoutResult(status -> {
            templates.confirmed(unchanged, asked);
            templates.gone(gone, asked);
        });
    }

    /** Each for itself: one that the database does not take stops no other. */
    private void keepOne(AccountId account, ListedTemplate template, Instant asked) {
        try {
            transaction.executeWithoutResult(status -> templates.keep(account, template, asked));
        } catch (RuntimeException e) {
            log.warn("The template {} could not be kept: {}", template.state().name(), Trouble.in(e));
        }
    }

    /** An account's templates are told apart by name and language. */
    record TemplateKey(String name, String language) {

        static TemplateKey of(TemplateChange change) {
            return new TemplateKey(Objects.requireNonNull(change.name()), Objects.requireNonNull(change.language()));
        }
    }
}

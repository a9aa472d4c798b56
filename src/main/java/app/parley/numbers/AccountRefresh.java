package app.parley.numbers;

import app.parley.foundation.Trouble;
import app.parley.foundation.WorkerLoop;
import app.parley.numbers.KnownAccount.AppSecret;
import app.parley.secrets.DecryptionException;
import app.parley.secrets.SecretEncryption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps {@link Accounts} as the database has them: from before the first webhook, at once after a change here, and within
 * seconds after one in another process on the same database.
 */
@Component
class AccountRefresh implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccountRefresh.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final CredentialRepository repository;
    private final SecretEncryption secrets;
    private final TransactionTemplate transaction;
    private final WorkerLoop loop = new WorkerLoop("account-watch", EVERY, this::look);
    private @Nullable Map<AccountId, String> seen;

    AccountRefresh(
            Accounts accounts,
            CredentialRepository repository,
            SecretEncryption secrets,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.repository = repository;
        this.secrets = secrets;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** Reads them again if anything was changed; not within a transaction, whose end it would not know. */
    synchronized void refresh() {
        transaction.executeWithoutResult(status -> {
            Map<AccountId, String> marks = repository.marks();
            if (!marks.equals(seen)) {
                accounts.become(repository.all().stream()
                        .flatMap(it -> opened(it).stream())
                        .toList());
                seen = marks;
            }
        });
    }

    /** One that another process encrypted with a key we were not told must not keep us from the others. */
    private Optional<KnownAccount> opened(StoredAccount account) {
        AccountId id = account.id();
        try {
            List<AppSecret> open = account.secrets().stream()
                    .map(one -> new AppSecret(
                            one.n(), secrets.decrypt(one.secret(), StoredAccount.secretPlace(id, one.n()))))
                    .toList();
            return Optional.of(new KnownAccount(
                    account.wabaId(),
                    secrets.decrypt(account.accessToken(), StoredAccount.tokenPlace(id)),
                    open,
                    Set.of(secrets.decrypt(account.verifyToken(), StoredAccount.verifyPlace(id)))));
        } catch (DecryptionException e) {
            log.error("The stored account {} cannot be opened with our encryption key", id.value());
            return Optional.empty();
        }
    }

    private boolean look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            log.warn("The accounts could not be read again, trying later: {}", Trouble.in(e));
        }
        return false;
    }

    @Override
    public void start() {
        refresh();
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Before the web server, and before those who send. */
    @Override
    public int getPhase() {
        return -1;
    }
}

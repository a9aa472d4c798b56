package app.parley.secrets;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first request can come: looks whether our keys open all that is stored, and encrypts with the first of them
 * what another one encrypted. Once that is done, the others are of no use any more.
 */
@Component
class KeyRotation implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final SecretEncryption secrets;
    private final List<EncryptedStore> stores;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final boolean isSet;
    private final boolean forgets;

    KeyRotation(
            SecretEncryption secrets,
            List<EncryptedStore> stores,
            AuditLog audit,
            PlatformTransactionManager transactions,
            @Value("${parley.encryption-key:}") String setting,
            @Value("${parley.forget-lost-secrets:false}") boolean forgets) {
        this.secrets = secrets;
        this.stores = stores;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.isSet = !setting.isBlank();
        this.forgets = forgets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            transaction.executeWithoutResult(status -> look());
        } catch (DecryptionException e) {
            throw KeySetting.anotherKey(isSet);
        }
    }

    /** Left on, the permission to forget would one day turn a mistyped key into a loss. */
    private void look() {
        int forgotten = stores.stream().mapToInt(this::look).sum();
        if (forgets && forgotten == 0) {
            throw KeySetting.nothingToForget();
        }
    }

    /** Null when its key is lost, and whoever runs this installation has said so. */
    private @Nullable String opened(EncryptedStore store, String place, String value) {
        try {
            return secrets.decrypt(value, place);
        } catch (DecryptionException e) {
            if (!forgets) {
                throw e;
            }
            store.forget(place);
            audit.record(AuditAction.SECRET_FORGOTTEN, null, place, null);
            log.warn("Forgot {}: its encryption key is lost", place);
            return null;
        }
    }

    /** @return how many were forgotten */
    private int look(EncryptedStore store) {
        int forgotten = 0;
        for (Map.Entry<String, String> one : store.encrypted().entrySet()) {
            String place = one.getKey();
            String value = one.getValue();
            String secret = opened(store, place, value);
            if (secret == null) {
                forgotten++;
            } else if (!secrets.isOfFirstKey(value)) {
                store.reencrypt(place, secrets.encrypt(secret, place));
                log.info("Encrypted {} with the new encryption key", place);
            }
        }
        return forgotten;
    }
}

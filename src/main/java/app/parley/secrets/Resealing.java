package app.parley.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first request can come: looks whether our keys open all that is stored, and seals with the first of them
 * what another one sealed. Once that is done, the others are of no use any more.
 */
@Component
class Resealing implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final Secrets secrets;
    private final List<SealedStore> stores;
    private final TransactionTemplate transaction;
    private final boolean isSet;
    private final boolean forgets;

    Resealing(
            Secrets secrets,
            List<SealedStore> stores,
            PlatformTransactionManager transactions,
            @Value("${parley.encryption-key:}") String setting,
            @Value("${parley.forget-lost-secrets:false}") boolean forgets) {
        this.secrets = secrets;
        this.stores = stores;
        this.transaction = new TransactionTemplate(transactions);
        this.isSet = !setting.isBlank();
        this.forgets = forgets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            transaction.executeWithoutResult(status -> stores.forEach(this::look));
        } catch (UnopenedException e) {
            throw KeySetting.anotherKey(isSet);
        }
    }

    /** Null when its key is lost, and whoever runs this installation has said so. */
    private @Nullable String opened(SealedStore store, String place, String value) {
        try {
            return secrets.open(value, place);
        } catch (UnopenedException e) {
            if (!forgets) {
                throw e;
            }
            store.forget(place);
            log.warn("Forgot {}: its encryption key is lost", place);
            return null;
        }
    }

    private void look(SealedStore store) {
        store.sealed().forEach((place, value) -> {
            String secret = opened(store, place, value);
            if (secret != null && !secrets.isOfFirstKey(value)) {
                store.reseal(place, secrets.seal(secret, place));
                log.info("Sealed {} with the new encryption key", place);
            }
        });
    }
}

package app.parley.secrets;

import java.util.List;
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

    Resealing(
            Secrets secrets,
            List<SealedStore> stores,
            PlatformTransactionManager transactions,
            @Value("${parley.encryption-key:}") String setting) {
        this.secrets = secrets;
        this.stores = stores;
        this.transaction = new TransactionTemplate(transactions);
        this.isSet = !setting.isBlank();
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            transaction.executeWithoutResult(status -> stores.forEach(this::look));
        } catch (UnopenedException e) {
            throw KeySetting.anotherKey(isSet);
        }
    }

    private void look(SealedStore store) {
        store.sealed().forEach((place, value) -> {
            String secret = secrets.open(value, place);
            if (!secrets.isOfFirstKey(value)) {
                store.reseal(place, secrets.seal(secret, place));
                log.info("Sealed {} with the new encryption key", place);
            }
        });
    }
}

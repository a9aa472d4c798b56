package app.parley.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.audit.InMemoryAuditLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** What a start does with what is stored encrypted. */
class KeyRotationTest {

    private static final String OLD = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String NEW = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    private static final Path NOWHERE = Path.of("nowhere");

    private final Store store = new Store();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();

    @Test
    void theFirstKeyEncryptsAnewWhatTheOthersEncrypted() {
        store.values.put("one", new SecretEncryption(OLD, NOWHERE).encrypt("secret one", "one"));
        store.values.put("two", new SecretEncryption(NEW, NOWHERE).encrypt("secret two", "two"));
        String untouched = store.values.get("two");
        start(NEW + "," + OLD);
        SecretEncryption onlyNew = new SecretEncryption(NEW, NOWHERE);
        assertThat(onlyNew.decrypt(store.values.get("one"), "one")).isEqualTo("secret one");
        assertThat(store.values.get("two")).isEqualTo(untouched);
        start(NEW);
    }

    @Test
    void anotherKeyStopsTheStartWithOneSentence() {
        store.values.put("one", new SecretEncryption(OLD, NOWHERE).encrypt("secret one", "one"));
        assertThatThrownBy(() -> start(NEW))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.encryption-key");
                    assertThat(e.getReason())
                            .isEqualTo("is another key than the one that encrypted what is stored in the database:"
                                    + " bring that one back, or start once with parley.forget-lost-secrets=true"
                                    + " and set up again what was encrypted.");
                });
    }

    @Test
    void whoHasLostTheKeyStartsOnceWithoutWhatItEncrypted() {
        store.values.put("one", new SecretEncryption(OLD, NOWHERE).encrypt("secret one", "one"));
        store.values.put("two", new SecretEncryption(NEW, NOWHERE).encrypt("secret two", "two"));
        start(NEW, true);
        assertThat(store.values).containsOnlyKeys("two");
        assertThat(audit.lines()).containsExactly("SECRET_FORGOTTEN null one null");
        start(NEW);
    }

    @Test
    void thePermissionToForgetIsNotLeftOn() {
        store.values.put("one", new SecretEncryption(OLD, NOWHERE).encrypt("secret one", "one"));
        assertThatThrownBy(() -> start(OLD, true))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.forget-lost-secrets");
                    assertThat(e.getReason())
                            .isEqualTo("is on, but all that is stored opens with the key there is:"
                                    + " take the setting away and start again.");
                });
        assertThat(store.values).containsOnlyKeys("one");
    }

    @Test
    void whereNothingIsStoredAnyKeyWillDo() {
        start(NEW);
        assertThat(store.values).isEmpty();
    }

    private void start(String keys) {
        start(keys, false);
    }

    private void start(String keys, boolean forgets) {
        new KeyRotation(new SecretEncryption(keys, NOWHERE), List.of(store), audit, new NoTransactions(), keys, forgets)
                .afterSingletonsInstantiated();
    }

    private static final class Store implements EncryptedStore {

        private final Map<String, String> values = new HashMap<>();

        @Override
        public Map<String, String> encrypted() {
            return Map.copyOf(values);
        }

        @Override
        public void reencrypt(String place, String encrypted) {
            values.put(place, encrypted);
        }

        @Override
        public void forget(String place) {
            values.remove(place);
        }
    }

    private static final class NoTransactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}

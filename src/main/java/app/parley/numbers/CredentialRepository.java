package app.parley.numbers;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.ACCOUNT_ACCESS;
import static app.parley.db.Tables.APP_SECRET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import app.parley.numbers.StoredAccount.StoredSecret;
import app.parley.secrets.EncryptedStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that admins added, with what is secret encrypted. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CredentialRepository implements EncryptedStore {

    private final DSLContext db;

    CredentialRepository(DSLContext db) {
        this.db = db;
    }

    List<StoredAccount> all() {
        return accounts(DSL.noCondition());
    }

    Optional<StoredAccount> byWabaId(String wabaId) {
        return accounts(ACCOUNT.WABA_ID.eq(wabaId)).stream().findFirst();
    }

    /** Differs whenever an account was added or changed. */
    Map<AccountId, String> marks() {
        return db.select(ACCOUNT_ACCESS.ACCOUNT_ID, ACCOUNT_ACCESS.VERSION, ACCOUNT_ACCESS.VERIFY_TOKEN)
                .from(ACCOUNT_ACCESS)
                .fetchMap(Record3::value1, row -> row.value2() + " " + row.value3());
    }

    void insert(AccountId id, String accessToken, String verifyToken, Instant at) {
        db.insertInto(ACCOUNT_ACCESS)
                .set(ACCOUNT_ACCESS.ACCOUNT_ID, id)
                .set(ACCOUNT_ACCESS.ACCESS_TOKEN, accessToken)
                .set(ACCOUNT_ACCESS.VERIFY_TOKEN, verifyToken)
                .set(ACCOUNT_ACCESS.ADDED_AT, at)
                .execute();
    }

    /** @return false when somebody else has changed the account since that version */
    boolean isStill(AccountId id, int version) {
        return db.update(ACCOUNT_ACCESS)
                        .set(ACCOUNT_ACCESS.VERSION, ACCOUNT_ACCESS.VERSION.plus(1))
                        .where(ACCOUNT_ACCESS.ACCOUNT_ID.eq(id))
                        .and(ACCOUNT_ACCESS.VERSION.eq(version))
                        .execute()
                > 0;
    }

    void accessToken(AccountId id, String accessToken) {
        db.update(ACCOUNT_ACCESS)
                .set(ACCOUNT_ACCESS.ACCESS_TOKEN, accessToken)
                .where(ACCOUNT_ACCESS.ACCOUNT_ID.eq(id))
                .execute();
    }

    void verifyToken(AccountId id, String verifyToken) {
        db.update(ACCOUNT_ACCESS)
                .set(ACCOUNT_ACCESS.VERIFY_TOKEN, verifyToken)
                .where(ACCOUNT_ACCESS.ACCOUNT_ID.eq(id))
                .execute();
    }

    int nextSecret(AccountId id) {
        return db.select(coalesce(max(APP_SECRET.N), val(0)).plus(1))
                .from(APP_SECRET)
                .where(APP_SECRET.ACCOUNT_ID.eq(id))
                .fetchSingle()
                .value1();
    }

    void addSecret(AccountId id, int n, String secret, Instant at) {
        db.insertInto(APP_SECRET)
                .set(APP_SECRET.ACCOUNT_ID, id)
                .set(APP_SECRET.N, n)
                .set(APP_SECRET.SECRET, secret)
                .set(APP_SECRET.ADDED_AT, at)
                .execute();
    }

    void dropSecret(AccountId id, int n) {
        db.deleteFrom(APP_SECRET)
                .where(APP_SECRET.ACCOUNT_ID.eq(id))
                .and(APP_SECRET.N.eq(n))
                .execute();
    }

    void name(AccountId id, String name) {
        db.update(ACCOUNT).set(ACCOUNT.NAME, name).where(ACCOUNT.ID.eq(id)).execute();
    }

    @Override
    public Map<String, String> encrypted() {
        Map<String, String> encrypted = new HashMap<>();
        all().forEach(account -> {
            encrypted.put(StoredAccount.tokenPlace(account.id()), account.accessToken());
            encrypted.put(StoredAccount.verifyPlace(account.id()), account.verifyToken());
            account.secrets()
                    .forEach(one -> encrypted.put(StoredAccount.secretPlace(account.id(), one.n()), one.secret()));
        });
        return encrypted;
    }

    @Override
    public void reencrypt(String place, String value) {
        all().forEach(account -> {
            if (place.equals(StoredAccount.tokenPlace(account.id()))) {
                accessToken(account.id(), value);
            } else if (place.equals(StoredAccount.verifyPlace(account.id()))) {
                verifyToken(account.id(), value);
            }
            account.secrets().stream()
                    .filter(one -> place.equals(StoredAccount.secretPlace(account.id(), one.n())))
                    .forEach(one -> db.update(APP_SECRET)
                            .set(APP_SECRET.SECRET, value)
                            .where(APP_SECRET.ACCOUNT_ID.eq(account.id()))
                            .and(APP_SECRET.N.eq(one.n()))
                            .execute());
        });
    }

    /** Token or secret, the account is of no use without it. */
    @Override
    public void forget(String place) {
        all().stream()
                .map(StoredAccount::id)
                .filter(id -> place.startsWith(StoredAccount.place(id)))
                .forEach(id -> {
                    db.deleteFrom(APP_SECRET)
                            .where(APP_SECRET.ACCOUNT_ID.eq(id))
                            .execute();
                    db.deleteFrom(ACCOUNT_ACCESS)
                            .where(ACCOUNT_ACCESS.ACCOUNT_ID.eq(id))
                            .execute();
                });
    }

    private List<StoredAccount> accounts(Condition which) {
        return db.select(
                        ACCOUNT.ID,
                        ACCOUNT.WABA_ID,
                        ACCOUNT.NAME,
                        ACCOUNT_ACCESS.ACCESS_TOKEN,
                        ACCOUNT_ACCESS.VERIFY_TOKEN,
                        ACCOUNT_ACCESS.VERSION,
                        ACCOUNT_ACCESS.ADDED_AT,
                        multiset(select(APP_SECRET.N, APP_SECRET.SECRET, APP_SECRET.ADDED_AT)
                                        .from(APP_SECRET)
                                        .where(APP_SECRET.ACCOUNT_ID.eq(ACCOUNT_ACCESS.ACCOUNT_ID))
                                        .orderBy(APP_SECRET.N))
                                .convertFrom(secrets -> secrets.map(mapping(StoredSecret::new))))
                .from(ACCOUNT_ACCESS)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ACCOUNT_ACCESS.ACCOUNT_ID))
                .where(which)
                .orderBy(ACCOUNT_ACCESS.ADDED_AT, ACCOUNT.ID)
                .fetch(mapping(StoredAccount::new));
    }
}

package app.parley.numbers;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.ACCOUNT_EVENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import app.parley.cloudapi.AccountChange;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AccountEventRepository {

    private final DSLContext db;

    AccountEventRepository(DSLContext db) {
        this.db = db;
    }

    boolean exists(String hash) {
        return db.fetchExists(selectOne().from(ACCOUNT_EVENT).where(ACCOUNT_EVENT.HASH.eq(hash)));
    }

    void insert(AccountId account, AccountChange change, Instant at, Instant receivedAt, String hash) {
        db.insertInto(ACCOUNT_EVENT)
                .set(ACCOUNT_EVENT.ACCOUNT_ID, account)
                .set(ACCOUNT_EVENT.FIELD, change.field())
                .set(ACCOUNT_EVENT.EVENT, change.event())
                .set(ACCOUNT_EVENT.HAPPENED_AT, at)
                .set(ACCOUNT_EVENT.RECEIVED_AT, receivedAt)
                .set(ACCOUNT_EVENT.SUBJECT, change.subject())
                .set(ACCOUNT_EVENT.DETAIL, change.detail())
                .set(ACCOUNT_EVENT.HASH, hash)
                .set(ACCOUNT_EVENT.RAW, change.rawJson())
                .execute();
    }

    List<AccountEvent> newest(int limit) {
        return db.select(
                        ACCOUNT_EVENT.ID,
                        ACCOUNT.WABA_ID,
                        ACCOUNT_EVENT.FIELD,
                        ACCOUNT_EVENT.EVENT,
                        ACCOUNT_EVENT.HAPPENED_AT,
                        ACCOUNT_EVENT.SUBJECT,
                        ACCOUNT_EVENT.DETAIL)
                .from(ACCOUNT_EVENT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ACCOUNT_EVENT.ACCOUNT_ID))
                .orderBy(ACCOUNT_EVENT.HAPPENED_AT.desc(), ACCOUNT_EVENT.ID.desc())
                .limit(limit)
                .fetch(mapping(AccountEvent::new));
    }
}

package app.parley.numbers;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NumberRepository {

    private final DSLContext db;

    NumberRepository(DSLContext db) {
        this.db = db;
    }

    List<PhoneNumberEntry> all() {
        return numbers().orderBy(NUMBER.NAME, NUMBER.ID).fetch(mapping(PhoneNumberEntry::new));
    }

    Optional<PhoneNumberEntry> byPhoneNumberId(String phoneNumberId) {
        return numbers().where(NUMBER.PHONE_NUMBER_ID.eq(phoneNumberId)).fetchOptional(mapping(PhoneNumberEntry::new));
    }

    Optional<PhoneNumberEntry> byId(NumberId id) {
        return numbers().where(NUMBER.ID.eq(id)).fetchOptional(mapping(PhoneNumberEntry::new));
    }

    AccountId account(String wabaId) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.WABA_ID.eq(wabaId))
                .fetchOptional(ACCOUNT.ID)
                .orElseGet(() -> db.insertInto(ACCOUNT)
                        .set(ACCOUNT.WABA_ID, wabaId)
                        .returning(ACCOUNT.ID)
                        .fetchSingle(ACCOUNT.ID));
    }

    void insert(AccountId account, String phoneNumberId, String displayPhone, String name) {
        db.insertInto(NUMBER)
                .set(NUMBER.ACCOUNT_ID, account)
                .set(NUMBER.PHONE_NUMBER_ID, phoneNumberId)
                .set(NUMBER.DISPLAY_PHONE, displayPhone)
                .set(NUMBER.NAME, name)
                .execute();
    }

    void rename(NumberId id, String displayPhone, String name) {
        db.update(NUMBER)
                .set(NUMBER.DISPLAY_PHONE, displayPhone)
                .set(NUMBER.NAME, name)
                .where(NUMBER.ID.eq(id))
                .execute();
    }

    void enable(NumberId id, boolean enabled) {
        db.update(NUMBER).set(NUMBER.ENABLED, enabled).where(NUMBER.ID.eq(id)).execute();
    }

    private SelectJoinStep<Record7<NumberId, String, String, String, String, Boolean, Boolean>> numbers() {
        return db.select(
                        NUMBER.ID,
                        ACCOUNT.WABA_ID,
                        NUMBER.PHONE_NUMBER_ID,
                        NUMBER.DISPLAY_PHONE,
                        NUMBER.NAME,
                        NUMBER.ENABLED,
                        NUMBER.PAUSED)
                .from(NUMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(NUMBER.ACCOUNT_ID));
    }
}

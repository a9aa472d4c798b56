package app.parley.numbers;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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

    List<NumberId> ofSameAccount(NumberId id) {
        var same = NUMBER.as("same");
        return db.select(same.ID)
                .from(NUMBER)
                .join(same)
                .on(same.ACCOUNT_ID.eq(NUMBER.ACCOUNT_ID))
                .where(NUMBER.ID.eq(id))
                .fetch(same.ID);
    }

    /** The account, made known if it is not; others may do the same at this moment. */
    AccountId account(String wabaId) {
        return known(wabaId).orElseGet(() -> {
            try {
                db.insertInto(ACCOUNT)
                        .set(ACCOUNT.WABA_ID, wabaId)
                        .onDuplicateKeyIgnore()
                        .execute();
            } catch (DuplicateKeyException e) {
                // H2 only looks before it inserts; somebody was faster.
            }
            return known(wabaId).orElseThrow();
        });
    }

    Optional<String> accountName(String wabaId) {
        return db.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.WABA_ID.eq(wabaId))
                .and(ACCOUNT.NAME.isNotNull())
                .fetchOptional(ACCOUNT.NAME);
    }

    private Optional<AccountId> known(String wabaId) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.WABA_ID.eq(wabaId))
                .fetchOptional(ACCOUNT.ID);
    }

    /** @return false when somebody else did so at the same time */
    boolean insert(AccountId account, String phoneNumberId, String displayPhone, String name) {
        try {
            return db.insertInto(NUMBER)
                            .set(NUMBER.ACCOUNT_ID, account)
                            .set(NUMBER.PHONE_NUMBER_ID, phoneNumberId)
                            .set(NUMBER.DISPLAY_PHONE, displayPhone)
                            .set(NUMBER.NAME, name)
                            .onDuplicateKeyIgnore()
                            .execute()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false; // H2 only looks before it inserts.
        }
    }

    void rename(NumberId id, String displayPhone, String name) {
        db.update(NUMBER)
                .set(NUMBER.DISPLAY_PHONE, displayPhone)
                .set(NUMBER.NAME, name)
                .where(NUMBER.ID.eq(id))
                .execute();
    }

    /** How each number of an account is written. */
    Map<NumberId, String> displayed(AccountId account) {
        return db.select(NUMBER.ID, NUMBER.DISPLAY_PHONE)
                .from(NUMBER)
                .where(NUMBER.ACCOUNT_ID.eq(account))
                .fetchMap(NUMBER.ID, NUMBER.DISPLAY_PHONE);
    }

    /** What is older than what we know is passed over; a limit that is not told stays. */
    void quality(NumberId id, @Nullable String quality, @Nullable String limit, Instant at) {
        db.update(NUMBER)
                .set(NUMBER.QUALITY, DSL.coalesce(DSL.val(quality, NUMBER.QUALITY), NUMBER.QUALITY))
                .set(
                        NUMBER.MESSAGING_LIMIT,
                        DSL.coalesce(DSL.val(limit, NUMBER.MESSAGING_LIMIT), NUMBER.MESSAGING_LIMIT))
                .set(NUMBER.QUALITY_AT, at)
                .where(NUMBER.ID.eq(id))
                .and(NUMBER.QUALITY_AT.isNull().or(NUMBER.QUALITY_AT.le(at)))
                .execute();
    }

    void renamed(NumberId id, String name, Instant at) {
        db.update(NUMBER)
                .set(NUMBER.NAME, name)
                .set(NUMBER.RENAMED_AT, at)
                .where(NUMBER.ID.eq(id))
                .and(NUMBER.RENAMED_AT.isNull().or(NUMBER.RENAMED_AT.le(at)))
                .execute();
    }

    void heard(NumberId id, Instant at) {
        db.update(NUMBER)
                .set(NUMBER.LAST_WEBHOOK_AT, at)
                .where(NUMBER.ID.eq(id))
                .and(NUMBER.LAST_WEBHOOK_AT.isNull().or(NUMBER.LAST_WEBHOOK_AT.lt(at)))
                .execute();
    }

    boolean knows(String wabaId) {
        return db.fetchExists(selectOne().from(ACCOUNT).where(ACCOUNT.WABA_ID.eq(wabaId)));
    }

    List<NumberHealth> health() {
        return db.select(
                        NUMBER.ID,
                        NUMBER.NAME,
                        NUMBER.DISPLAY_PHONE,
                        NUMBER.ENABLED,
                        NUMBER.PAUSED,
                        NUMBER.PAUSED_BECAUSE,
                        NUMBER.QUALITY,
                        NUMBER.MESSAGING_LIMIT,
                        NUMBER.LAST_WEBHOOK_AT)
                .from(NUMBER)
                .orderBy(NUMBER.NAME, NUMBER.ID)
                .fetch(mapping(NumberHealth::new));
    }

    Optional<Integer> throughput(NumberId id) {
        return db.select(NUMBER.THROUGHPUT)
                .from(NUMBER)
                .where(NUMBER.ID.eq(id))
                .and(NUMBER.THROUGHPUT.isNotNull())
                .fetchOptional(NUMBER.THROUGHPUT);
    }

    void throughput(NumberId id, @Nullable Integer perSecond) {
        db.update(NUMBER)
                .set(NUMBER.THROUGHPUT, perSecond)
                .where(NUMBER.ID.eq(id))
                .execute();
    }

    Optional<ReceiptSettings> receipts(NumberId id) {
        return db.select(NUMBER.READ_RECEIPTS, NUMBER.SHOWS_TYPING)
                .from(NUMBER)
                .where(NUMBER.ID.eq(id))
                .fetchOptional(mapping(ReceiptSettings::new));
    }

    void receipts(NumberId id, ReceiptSettings receipts) {
        db.update(NUMBER)
                .set(NUMBER.READ_RECEIPTS, receipts.readReceipts())
                .set(NUMBER.SHOWS_TYPING, receipts.showsTyping())
                .where(NUMBER.ID.eq(id))
                .execute();
    }

    Map<NumberId, Integer> retentions() {
        return db.select(NUMBER.ID, NUMBER.RETENTION_DAYS)
                .from(NUMBER)
                .where(NUMBER.RETENTION_DAYS.isNotNull())
                .fetchMap(NUMBER.ID, NUMBER.RETENTION_DAYS);
    }

    void retention(NumberId id, @Nullable Integer days) {
        db.update(NUMBER)
                .set(NUMBER.RETENTION_DAYS, days)
                .where(NUMBER.ID.eq(id))
                .execute();
    }

    void enable(NumberId id, boolean enabled) {
        db.update(NUMBER).set(NUMBER.ENABLED, enabled).where(NUMBER.ID.eq(id)).execute();
    }

    /** @return whether it was not paused before */
    boolean pause(NumberId id, @Nullable Integer code, Instant at) {
        return db.update(NUMBER)
                        .set(NUMBER.PAUSED, true)
                        .set(NUMBER.PAUSED_BECAUSE, code)
                        .set(NUMBER.PAUSED_AT, at)
                        .where(NUMBER.ID.eq(id))
                        .and(NUMBER.PAUSED.isFalse())
                        .execute()
                > 0;
    }

    /** @return whether it was paused before */
    boolean resume(NumberId id) {
        return db.update(NUMBER)
                        .set(NUMBER.PAUSED, false)
                        .setNull(NUMBER.PAUSED_BECAUSE)
                        .setNull(NUMBER.PAUSED_AT)
                        .where(NUMBER.ID.eq(id))
                        .and(NUMBER.PAUSED.isTrue())
                        .execute()
                > 0;
    }

    private SelectJoinStep<Record8<NumberId, String, String, String, String, Boolean, Boolean, Instant>> numbers() {
        return db.select(
                        NUMBER.ID,
                        ACCOUNT.WABA_ID,
                        NUMBER.PHONE_NUMBER_ID,
                        NUMBER.DISPLAY_PHONE,
                        NUMBER.NAME,
                        NUMBER.ENABLED,
                        NUMBER.PAUSED,
                        NUMBER.LAST_WEBHOOK_AT)
                .from(NUMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(NUMBER.ACCOUNT_ID));
    }
}

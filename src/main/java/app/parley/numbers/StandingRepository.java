package app.parley.numbers;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;

import app.parley.cloudapi.PhoneNumber;
import app.parley.cloudapi.SendingHealth;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How WhatsApp says our numbers stand. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StandingRepository {

    private final DSLContext db;

    StandingRepository(DSLContext db) {
        this.db = db;
    }

    List<NumberStanding> all() {
        return db.select(
                        NUMBER.ID,
                        ACCOUNT.WABA_ID,
                        NUMBER.RATING,
                        NUMBER.STANDING,
                        NUMBER.NAME_STATUS,
                        NUMBER.THROUGHPUT_LEVEL,
                        NUMBER.CAN_SEND,
                        NUMBER.ADVICE,
                        NUMBER.STANDING_AT)
                .from(NUMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(NUMBER.ACCOUNT_ID))
                .orderBy(NUMBER.NAME, NUMBER.ID)
                .fetch(mapping(NumberStanding::new));
    }

    void accountIsNamed(String wabaId, String name) {
        db.update(ACCOUNT)
                .set(ACCOUNT.NAME, name)
                .where(ACCOUNT.WABA_ID.eq(wabaId))
                .and(ACCOUNT.NAME.isDistinctFrom(name))
                .execute();
    }

    void stands(PhoneNumber number, Instant at) {
        db.update(NUMBER)
                .set(NUMBER.RATING, number.rating())
                .set(NUMBER.STANDING, number.status())
                .set(NUMBER.NAME_STATUS, number.nameStatus())
                .set(NUMBER.THROUGHPUT_LEVEL, number.throughput())
                .set(NUMBER.STANDING_AT, at)
                .where(NUMBER.PHONE_NUMBER_ID.eq(number.id()))
                .execute();
    }

    void sends(String phoneNumberId, SendingHealth health) {
        db.update(NUMBER)
                .set(NUMBER.CAN_SEND, health.canSend())
                .set(NUMBER.ADVICE, health.advice())
                .where(NUMBER.PHONE_NUMBER_ID.eq(phoneNumberId))
                .execute();
    }

    /** The numbers of an account that are paused because WhatsApp refused its token. */
    List<NumberId> refused(AccountId account) {
        return db.select(NUMBER.ID)
                .from(NUMBER)
                .where(NUMBER.ACCOUNT_ID.eq(account))
                .and(NUMBER.PAUSED.isTrue())
                .and(NUMBER.PAUSED_BECAUSE.in(RefusedTokens.CODES))
                .fetch(NUMBER.ID);
    }
}

package app.parley.conversations;

import static app.parley.db.Tables.CUSTOMER;

import app.parley.cloudapi.Sender;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers by their identities: the business-scoped user id first, then the WhatsApp id (contract 2.3). */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CustomerRepository {

    private final DSLContext db;

    CustomerRepository(DSLContext db) {
        this.db = db;
    }

    /** The customer this person is, made known if new, with what we now know better about them. */
    CustomerId keep(Sender sender) {
        Optional<CustomerId> byUserId = byUserId(sender);
        Optional<CustomerId> byWaId = byWaId(sender);
        if (byUserId.isPresent() && byWaId.isPresent() && !byUserId.equals(byWaId)) {
            // Two customers that may be one: not merged in silence; the message goes to the phone number's.
            return byWaId.get();
        }
        CustomerId known = byUserId.or(() -> byWaId).orElse(null);
        if (known == null) {
            return insert(sender);
        }
        update(known, sender);
        return known;
    }

    private Optional<CustomerId> byUserId(Sender sender) {
        return db.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(sender.userId() == null ? DSL.falseCondition() : CUSTOMER.USER_ID.eq(sender.userId()))
                .fetchOptional(CUSTOMER.ID);
    }

    private Optional<CustomerId> byWaId(Sender sender) {
        return db.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(sender.waId() == null ? DSL.falseCondition() : CUSTOMER.WA_ID.eq(sender.waId()))
                .fetchOptional(CUSTOMER.ID);
    }

    private CustomerId insert(Sender sender) {
        return Objects.requireNonNull(db.insertInto(CUSTOMER)
                .set(CUSTOMER.USER_ID, sender.userId())
                .set(CUSTOMER.WA_ID, sender.waId())
                .set(CUSTOMER.PHONE, sender.waId() == null ? null : "+" + sender.waId())
                .set(CUSTOMER.USERNAME, sender.username())
                .set(CUSTOMER.NAME, sender.name())
                .returning(CUSTOMER.ID)
                .fetchSingle(CUSTOMER.ID));
    }

    /** What Meta leaves out this time stays as it was. */
    private void update(CustomerId id, Sender sender) {
        db.update(CUSTOMER)
                .set(CUSTOMER.USER_ID, DSL.coalesce(DSL.val(sender.userId(), CUSTOMER.USER_ID), CUSTOMER.USER_ID))
                .set(CUSTOMER.WA_ID, DSL.coalesce(DSL.val(sender.waId(), CUSTOMER.WA_ID), CUSTOMER.WA_ID))
                .set(
                        CUSTOMER.PHONE,
                        DSL.coalesce(
                                DSL.val(sender.waId() == null ? null : "+" + sender.waId(), CUSTOMER.PHONE),
                                CUSTOMER.PHONE))
                .set(CUSTOMER.USERNAME, DSL.coalesce(DSL.val(sender.username(), CUSTOMER.USERNAME), CUSTOMER.USERNAME))
                .set(CUSTOMER.NAME, DSL.coalesce(DSL.val(sender.name(), CUSTOMER.NAME), CUSTOMER.NAME))
                .where(CUSTOMER.ID.eq(id))
                .execute();
    }
}

package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import app.parley.cloudapi.Sender;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers by their identities. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CustomerRepository {

    private final DSLContext db;

    CustomerRepository(DSLContext db) {
        this.db = db;
    }

    List<Person> byUserIds(Collection<String> userIds) {
        return find(CUSTOMER.USER_ID, userIds);
    }

    List<Person> byWaIds(Collection<String> waIds) {
        return find(CUSTOMER.WA_ID, waIds);
    }

    // Joined, not "any": H2 compares each row that it finds with all that are asked for.
    private List<Person> find(TableField<?, String> field, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = unnest(ids.toArray(String[]::new)).as("asked", "identity");
        return db.select(
                        CUSTOMER.ID, CUSTOMER.USER_ID, CUSTOMER.WA_ID, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.NAME)
                .from(asked)
                .join(CUSTOMER)
                .on(field.eq(asked.field("identity", String.class)))
                .and(CUSTOMER.ERASED_AT.isNull())
                .fetch(mapping(Person::new));
    }

    /** Whether we have anything of this customer's that bears a later time. */
    boolean wroteAfter(CustomerId customer, Instant time) {
        return db.fetchExists(selectOne()
                .from(CONVERSATION)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .where(CONVERSATION.CUSTOMER_ID.eq(customer))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .and(MESSAGE.AT.gt(time)));
    }

    Person insert(Sender sender) {
        Person person = Person.of(new CustomerId(0), sender);
        CustomerId id = Objects.requireNonNull(db.insertInto(CUSTOMER)
                .set(CUSTOMER.USER_ID, person.userId())
                .set(CUSTOMER.WA_ID, person.waId())
                .set(CUSTOMER.PHONE, person.phone())
                .set(CUSTOMER.USERNAME, person.username())
                .set(CUSTOMER.NAME, person.name())
                .returning(CUSTOMER.ID)
                .fetchSingle(CUSTOMER.ID));
        return Person.of(id, sender);
    }

    void update(Person person) {
        db.update(CUSTOMER)
                .set(CUSTOMER.USER_ID, person.userId())
                .set(CUSTOMER.WA_ID, person.waId())
                .set(CUSTOMER.PHONE, person.phone())
                .set(CUSTOMER.USERNAME, person.username())
                .set(CUSTOMER.NAME, person.name())
                .where(CUSTOMER.ID.eq(person.id()))
                .and(CUSTOMER.ERASED_AT.isNull())
                .execute();
    }

    boolean isAnyErased(Collection<CustomerId> customers) {
        return db.fetchExists(
                selectOne().from(CUSTOMER).where(anyOf(CUSTOMER.ID, customers)).and(CUSTOMER.ERASED_AT.isNotNull()));
    }
}

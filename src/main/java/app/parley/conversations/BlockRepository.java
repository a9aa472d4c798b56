package app.parley.conversations;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is blocked where, as far as we did it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BlockRepository {

    private final DSLContext db;

    BlockRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * What WhatsApp must be told to find a customer of a number.
     *
     * @param waId theirs now
     * @param block null: none
     */
    record Whom(
            NumberId number,
            String phoneNumberId,
            String wabaId,
            CustomerId customer,
            @Nullable String waId,
            @Nullable Block block) {}

    /** @param waId whom WhatsApp was told to block; null when that is not known any more */
    record Block(Instant at, @Nullable String waId) {

        static @Nullable Block of(@Nullable Instant at, @Nullable String waId) {
            return at == null ? null : new Block(at, waId);
        }
    }

    Optional<Whom> find(AgentId agent, ConversationId id) {
        return db.select(
                        NUMBER.ID,
                        NUMBER.PHONE_NUMBER_ID,
                        ACCOUNT.WABA_ID,
                        CUSTOMER.ID,
                        CUSTOMER.WA_ID,
                        CONVERSATION.BLOCKED_AT,
                        CONVERSATION.BLOCKED_WA_ID)
                .from(CONVERSATION)
                .join(NUMBER)
                .on(NUMBER.ID.eq(CONVERSATION.NUMBER_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(NUMBER.ACCOUNT_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.ID.eq(id))
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .fetchOptional(mapping((number, phoneNumberId, wabaId, customer, waId, at, blockedWaId) ->
                        new Whom(number, phoneNumberId, wabaId, customer, waId, Block.of(at, blockedWaId))));
    }

    /** @return false when it is no longer as it was seen, or no longer this agent's */
    boolean set(AgentId agent, ConversationId id, @Nullable Block seen, @Nullable Block block) {
        return db.update(CONVERSATION)
                        .set(CONVERSATION.BLOCKED_AT, block == null ? null : block.at())
                        .set(CONVERSATION.BLOCKED_WA_ID, block == null ? null : block.waId())
                        .where(CONVERSATION.ID.eq(id))
                        .and(CONVERSATION.BLOCKED_AT.isNotDistinctFrom(seen == null ? null : seen.at()))
                        .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                        .execute()
                > 0;
    }

    /** Whether we know this one to be blocked, whoever asks. */
    boolean isBlocked(ConversationId id, String waId) {
        return db.fetchExists(CONVERSATION, CONVERSATION.ID.eq(id).and(CONVERSATION.BLOCKED_WA_ID.eq(waId)));
    }

    List<BlockedCustomer> newest(AgentId agent, int limit) {
        return db.select(
                        CONVERSATION.ID,
                        RowRepository.CUSTOMER_NAME,
                        CUSTOMER.PHONE,
                        NUMBER.NAME,
                        CONVERSATION.BLOCKED_AT)
                .from(CONVERSATION)
                .join(NUMBER)
                .on(NUMBER.ID.eq(CONVERSATION.NUMBER_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.BLOCKED_AT.isNotNull())
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent))
                .orderBy(CONVERSATION.BLOCKED_AT.desc(), CONVERSATION.ID.desc())
                .limit(limit)
                .fetch(mapping(BlockedCustomer::new));
    }
}

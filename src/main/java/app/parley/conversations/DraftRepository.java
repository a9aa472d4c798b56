package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.DRAFT;
import static org.jooq.impl.DSL.selectOne;

import app.parley.team.AgentId;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Unsent text, one for each agent and conversation. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DraftRepository {

    /** As much as the column holds; far beyond what can be sent. */
    private static final int LONGEST = 65_536;

    private final DSLContext db;

    DraftRepository(DSLContext db) {
        this.db = db;
    }

    void keep(AgentId agent, ConversationId conversation, String text) {
        boolean mayUse = db.fetchExists(selectOne()
                .from(CONVERSATION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.ID.eq(conversation))
                .and(CUSTOMER.ERASED_AT.isNull())
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent)));
        if (mayUse && text.length() <= LONGEST) {
            put(agent, conversation, text);
        }
    }

    void remove(AgentId agent, ConversationId conversation) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.AGENT_ID.eq(agent))
                .and(DRAFT.CONVERSATION_ID.eq(conversation))
                .execute();
    }

    /** Whoever wrote in both conversations finds both texts in the one that stays, if they fit. */
    void move(ConversationId gone, ConversationId into) {
        Map<AgentId, String> there = db.select(DRAFT.AGENT_ID, DRAFT.TEXT)
                .from(DRAFT)
                .where(DRAFT.CONVERSATION_ID.eq(into))
                .fetchMap(DRAFT.AGENT_ID, DRAFT.TEXT);
        db.select(DRAFT.AGENT_ID, DRAFT.TEXT)
                .from(DRAFT)
                .where(DRAFT.CONVERSATION_ID.eq(gone))
                .fetch()
                .forEach(draft -> {
                    String before = there.get(draft.value1());
                    if (before == null || before.length() + draft.value2().length() < LONGEST) {
                        String text = before == null ? draft.value2() : before + "\n" + draft.value2();
                        put(draft.value1(), into, text);
                    }
                });
    }

    private void put(AgentId agent, ConversationId conversation, String text) {
        db.insertInto(DRAFT)
                .set(DRAFT.AGENT_ID, agent)
                .set(DRAFT.CONVERSATION_ID, conversation)
                .set(DRAFT.TEXT, text)
                .onDuplicateKeyUpdate()
                .set(DRAFT.TEXT, text)
                .execute();
    }
}

package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.DRAFT;
import static org.jooq.impl.DSL.selectOne;

import app.parley.team.AgentId;
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
                .where(CONVERSATION.ID.eq(conversation))
                .and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent)));
        if (mayUse && text.length() <= LONGEST) {
            db.insertInto(DRAFT)
                    .set(DRAFT.AGENT_ID, agent)
                    .set(DRAFT.CONVERSATION_ID, conversation)
                    .set(DRAFT.TEXT, text)
                    .onDuplicateKeyUpdate()
                    .set(DRAFT.TEXT, text)
                    .execute();
        }
    }

    void remove(AgentId agent, ConversationId conversation) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.AGENT_ID.eq(agent))
                .and(DRAFT.CONVERSATION_ID.eq(conversation))
                .execute();
    }
}

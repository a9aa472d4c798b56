package app.parley.billing;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.unnest;

import app.parley.conversations.ConversationId;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;

/**
 * Some conversations as a table to begin a question with: asked with a list, H2 uses of an index either the list or the
 * time that comes after it, and without an index compares each row with all of the list.
 */
record AskedConversations(Collection<ConversationId> those) {

    private static final Name ASKED = name("asked");
    private static final Name ID = name("id");

    Table<?> table() {
        return unnest(those.stream().map(ConversationId::value).toArray(Long[]::new))
                .as(ASKED, ID);
    }

    Condition are(Field<ConversationId> conversation) {
        return condition("{0} = {1}", conversation, field(name(ASKED, ID)));
    }
}

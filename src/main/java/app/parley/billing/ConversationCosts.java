package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a conversation costs, beside the conversation. */
@Service
@Transactional(readOnly = true)
public class ConversationCosts {

    private final CustomerFeeRepository fees;
    private final BillingSettings settings;
    private final InboxQueries conversations;
    private final Team team;
    private final Business business;

    ConversationCosts(
            CustomerFeeRepository fees,
            BillingSettings settings,
            InboxQueries conversations,
            Team team,
            Business business) {
        this.fees = fees;
        this.settings = settings;
        this.conversations = conversations;
        this.team = team;
        this.business = business;
    }

    /**
     * Where an admin lets agents see costs, for agents who may see the conversation; else empty. Admins see it then too:
     * they have the billing page besides.
     */
    public Optional<ConversationCost> of(AgentId agent, ConversationId conversation) {
        if (!settings.agentsSeeCost()
                || team.byId(agent).filter(it -> !it.disabled()).isEmpty()) {
            return Optional.empty();
        }
        return conversations.header(agent, conversation).map(it -> fees.of(it.id(), business.currency()));
    }
}

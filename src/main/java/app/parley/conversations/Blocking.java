package app.parley.conversations;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.cloudapi.BlockList;
import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.GraphException;
import app.parley.conversations.BlockRepository.Whom;
import app.parley.numbers.Accounts;
import app.parley.team.AgentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a customer from writing to a number, and lets them again. It is WhatsApp that does so; we remember what it said.
 * What had been written before still comes in. Waits for WhatsApp's answer; call it outside any transaction.
 */
@Service
public class Blocking {

    private final BlockRepository repository;
    private final Accounts accounts;
    private final BlockList list;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Blocking(
            BlockRepository repository,
            Accounts accounts,
            BlockList list,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.list = list;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws RefusedException with the reason, when WhatsApp does not do it */
    public void block(AgentId agent, ConversationId id) {
        change(agent, id, true);
    }

    /** @throws RefusedException with the reason, when WhatsApp does not do it */
    public void unblock(AgentId agent, ConversationId id) {
        change(agent, id, false);
    }

    /** Those of the numbers this agent may use; who was blocked last comes first. */
    public List<BlockedCustomer> newest(AgentId agent, int limit) {
        return transaction.execute(status -> repository.newest(agent, limit));
    }

    private void change(AgentId agent, ConversationId id, boolean blocks) {
        Optional<Whom> found = transaction.execute(status -> repository.find(agent, id));
        Whom whom = found.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        if (whom.waId() == null) {
            throw new RefusedException(Refusal.NOT_BLOCKABLE);
        }
        tell(whom, whom.waId(), blocks);
        transaction.executeWithoutResult(status -> {
            repository.set(id, blocks ? clock.instant() : null);
            audit.record(
                    blocks ? AuditAction.CUSTOMER_BLOCKED : AuditAction.CUSTOMER_UNBLOCKED,
                    agent.value(),
                    String.valueOf(whom.customer().value()),
                    null);
            events.publishEvent(new ConversationChanged(id, whom.number()));
        });
    }

    private void tell(Whom whom, String waId, boolean blocks) {
        String token =
                accounts.accessToken(whom.wabaId()).orElseThrow(() -> new RefusedException(Refusal.BLOCK_FAILED));
        try {
            if (blocks) {
                list.block(whom.phoneNumberId(), token, waId);
            } else {
                list.unblock(whom.phoneNumberId(), token, waId);
            }
        } catch (GraphException e) {
            throw new RefusedException(reason(e));
        }
    }

    private static Refusal reason(GraphException e) {
        return e.error()
                        .filter(error -> error.code() == GraphError.RE_ENGAGEMENT)
                        .isPresent()
                ? Refusal.BLOCK_TOO_LATE
                : Refusal.BLOCK_FAILED;
    }
}

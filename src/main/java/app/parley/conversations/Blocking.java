package app.parley.conversations;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.cloudapi.BlockList;
import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.GraphException;
import app.parley.conversations.BlockRepository.Block;
import app.parley.conversations.BlockRepository.Whom;
import app.parley.numbers.Accounts;
import app.parley.team.AgentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Whom whom = find(agent, id);
        Block seen = whom.block();
        if (blocks == (seen != null)) {
            return; // Somebody else was faster.
        }
        // Let in again is who was blocked then, whatever WhatsApp calls this customer by now.
        String waId = seen != null && seen.waId() != null ? seen.waId() : whom.waId();
        if (waId == null) {
            throw new RefusedException(Refusal.NOT_BLOCKABLE);
        }
        tell(whom, waId, blocks);
        if (!write(agent, id, whom, blocks ? new Block(clock.instant(), waId) : null)) {
            putRight(id, whom, waId, blocks);
            find(agent, id);
        }
    }

    private Whom find(AgentId agent, ConversationId id) {
        Optional<Whom> found = transaction.execute(status -> repository.find(agent, id));
        return found.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
    }

    /** While WhatsApp was asked, others may have changed it, and this agent may have lost the number. */
    private boolean write(AgentId agent, ConversationId id, Whom whom, @Nullable Block block) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!repository.set(agent, id, whom.block(), block)) {
                return false;
            }
            audit.record(
                    block != null ? AuditAction.CUSTOMER_BLOCKED : AuditAction.CUSTOMER_UNBLOCKED,
                    agent.value(),
                    String.valueOf(whom.customer().value()),
                    null);
            events.publishEvent(new ConversationChanged(id, whom.number()));
            return true;
        }));
    }

    /** WhatsApp was told what we did not write down: it is told again what we know. */
    private void putRight(ConversationId id, Whom whom, String waId, boolean told) {
        boolean known = Boolean.TRUE.equals(transaction.execute(status -> repository.isBlocked(id, waId)));
        if (known != told) {
            tell(whom, waId, known);
        }
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

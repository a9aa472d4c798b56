package app.parley.receipts;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessagesSeen;
import app.parley.foundation.Trouble;
import app.parley.live.AgentTypes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears what agents see and type, and lets customers know where a number is set to. Nobody waits for it, and what gets
 * lost with the process or on the way stays lost: the next message seen makes up for it.
 */
@Component
class ReceiptSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReceiptSender.class);
    private static final int AT_ONCE = 8;

    private final ReceiptCall telling;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<ConversationId, ReceiptKind> due = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService executor;

    ReceiptSender(ReceiptCall telling) {
        this.telling = telling;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessagesSeen seen) {
        later(seen.conversation(), ReceiptKind.SEEN);
    }

    @EventListener
    void on(AgentTypes types) {
        if (telling.isTypingNews(types.conversation())) {
            later(types.conversation(), ReceiptKind.TYPING);
        }
    }

    /** What is asked for while a conversation waits for its turn is done with it. */
    private void later(ConversationId conversation, ReceiptKind sign) {
        ExecutorService running = executor;
        // Typing marks as read as well: it stands for both.
        if (running != null && due.merge(conversation, sign, ReceiptKind::stronger) == sign) {
            running.execute(() -> tell(conversation));
        }
    }

    private void tell(ConversationId conversation) {
        places.acquireUninterruptibly();
        try {
            ReceiptKind sign = due.remove(conversation);
            if (sign != null) {
                telling.tell(conversation, sign);
            }
        } catch (RuntimeException e) {
            log.warn("A customer could not be told what was seen: {}", Trouble.in(e));
        } finally {
            places.release();
        }
    }

    @Override
    public void start() {
        telling.forget();
        executor = Executors.newVirtualThreadPerTaskExecutor();
    }

    @Override
    public void stop() {
        ExecutorService running = executor;
        executor = null;
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}

package app.parley.outbox;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the outbox keeps up, for those who run the installation. */
@Service
@Transactional(readOnly = true)
public class OutboxQueries {

    private final OutboxRepository repository;

    OutboxQueries(OutboxRepository repository) {
        this.repository = repository;
    }

    public OutboxBacklog backlog() {
        return repository.backlog();
    }
}

package app.parley.conversations;

import app.parley.team.AgentId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What in the conversations asks for those who run the installation. */
@Service
@Transactional
public class Upkeep {

    private final UpkeepRepository repository;
    private final Clock clock;

    Upkeep(UpkeepRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** How many files stand in this state; counting ends at {@code most}. */
    @Transactional(readOnly = true)
    public int files(AttachmentState state, int most) {
        return repository.files(state, most);
    }

    /** Those nobody has settled, the oldest first. */
    @Transactional(readOnly = true)
    public List<CustomerConflict> conflicts(int limit) {
        return repository.conflicts(limit);
    }

    /** An admin has looked at it and left both customers as they are; one that is settled stays as it was. */
    public void settle(long conflict, AgentId admin) {
        repository.settle(conflict, admin, clock.instant());
    }
}

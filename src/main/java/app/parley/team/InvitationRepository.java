package app.parley.team;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.INVITATION;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links by which somebody chooses a password: one at a time for each, good once and for a week. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class InvitationRepository {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int BYTES = 24;

    private final DSLContext db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InvitationRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return what the link ends with; it is not kept and cannot be told again */
    String make(AgentId agent) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(GOOD_FOR);
        voidOf(agent);
        db.insertInto(INVITATION)
                .set(INVITATION.AGENT_ID, agent)
                .set(INVITATION.DIGEST, Digests.of(token))
                .set(INVITATION.EXPIRES_AT, expires)
                .execute();
        return token;
    }

    Optional<AgentId> find(String token) {
        return db.select(INVITATION.AGENT_ID)
                .from(INVITATION)
                .join(AGENT)
                .on(AGENT.ID.eq(INVITATION.AGENT_ID))
                .where(INVITATION.DIGEST.eq(Digests.of(token)))
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()))
                .and(AGENT.DISABLED.isFalse())
                .fetchOptional(INVITATION.AGENT_ID);
    }

    void voidOf(AgentId agent) {
        db.deleteFrom(INVITATION).where(INVITATION.AGENT_ID.eq(agent)).execute();
    }
}

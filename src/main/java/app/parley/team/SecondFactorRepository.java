package app.parley.team;

import static app.parley.db.Tables.RECOVERY_CODE;
import static app.parley.db.Tables.SECOND_FACTOR;
import static app.parley.db.Tables.TEAM_SETTING;

import app.parley.secrets.EncryptedStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Secrets of second factors, encrypted, and the recovery codes beside them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SecondFactorRepository implements EncryptedStore {

    private static final String PLACE = "second_factor/";
    private static final String COMPULSORY = "second_factor.compulsory";

    private final DSLContext db;
    private final MemberRepository staff;

    SecondFactorRepository(DSLContext db, MemberRepository staff) {
        this.db = db;
        this.staff = staff;
    }

    static String place(AgentId agent) {
        return PLACE + agent.value();
    }

    /** Encrypted, of one that is on. */
    Optional<String> secret(AgentId agent) {
        return db.select(SECOND_FACTOR.SECRET)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.AGENT_ID.eq(agent))
                .and(SECOND_FACTOR.SINCE.isNotNull())
                .fetchOptional(SECOND_FACTOR.SECRET);
    }

    boolean isOn(AgentId agent) {
        return db.fetchExists(SECOND_FACTOR, SECOND_FACTOR.AGENT_ID.eq(agent).and(SECOND_FACTOR.SINCE.isNotNull()));
    }

    /**
     * In place of one whose first code was never typed, as there were once.
     *
     * @return false if they have one that is on
     */
    boolean turnOn(AgentId agent, String secret, Instant since, long step) {
        db.deleteFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.AGENT_ID.eq(agent))
                .and(SECOND_FACTOR.SINCE.isNull())
                .execute();
        return db.insertInto(SECOND_FACTOR)
                        .set(SECOND_FACTOR.AGENT_ID, agent)
                        .set(SECOND_FACTOR.SECRET, secret)
                        .set(SECOND_FACTOR.SINCE, since)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    void delete(AgentId agent) {
        db.deleteFrom(SECOND_FACTOR).where(SECOND_FACTOR.AGENT_ID.eq(agent)).execute();
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.AGENT_ID.eq(agent)).execute();
    }

    /** @return false if this half minute's code, or a later one, was taken before */
    boolean take(AgentId agent, long step) {
        return db.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .where(SECOND_FACTOR.AGENT_ID.eq(agent))
                        .and(SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /** In place of those before. */
    void recoveryCodes(AgentId agent, Collection<String> digests) {
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.AGENT_ID.eq(agent)).execute();
        digests.forEach(digest -> db.insertInto(RECOVERY_CODE)
                .set(RECOVERY_CODE.AGENT_ID, agent)
                .set(RECOVERY_CODE.DIGEST, digest)
                .execute());
    }

    /** @return whether there was one */
    boolean useUp(AgentId agent, String digest) {
        return db.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.AGENT_ID.eq(agent))
                        .and(RECOVERY_CODE.DIGEST.eq(digest))
                        .execute()
                == 1;
    }

    int recoveryCodes(AgentId agent) {
        return db.fetchCount(RECOVERY_CODE, RECOVERY_CODE.AGENT_ID.eq(agent));
    }

    boolean isCompulsory() {
        return db.select(TEAM_SETTING.SETTING)
                .from(TEAM_SETTING)
                .where(TEAM_SETTING.NAME.eq(COMPULSORY))
                .fetchOptional(TEAM_SETTING.SETTING)
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    void compulsory(boolean wanted) {
        int changed = db.update(TEAM_SETTING)
                .set(TEAM_SETTING.SETTING, String.valueOf(wanted))
                .where(TEAM_SETTING.NAME.eq(COMPULSORY))
                .execute();
        if (changed == 0) {
            db.insertInto(TEAM_SETTING)
                    .set(TEAM_SETTING.NAME, COMPULSORY)
                    .set(TEAM_SETTING.SETTING, String.valueOf(wanted))
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    @Override
    public Map<String, String> encrypted() {
        return db.select(SECOND_FACTOR.AGENT_ID, SECOND_FACTOR.SECRET).from(SECOND_FACTOR).stream()
                .collect(Collectors.toMap(row -> place(row.value1()), row -> row.value2()));
    }

    @Override
    public void reencrypt(String place, String encrypted) {
        AgentId agent = agent(place);
        db.update(SECOND_FACTOR)
                .set(SECOND_FACTOR.SECRET, encrypted)
                .where(SECOND_FACTOR.AGENT_ID.eq(agent))
                .execute();
    }

    /**
     * Where a second factor is compulsory, they set up another one when they come in. What their browsers kept was kept
     * after a code, and would let them in without one.
     */
    @Override
    public void forget(String place) {
        AgentId agent = agent(place);
        delete(agent);
        staff.forgetBrowsers(agent);
    }

    private static AgentId agent(String place) {
        return new AgentId(Long.parseLong(place.substring(PLACE.length())));
    }
}

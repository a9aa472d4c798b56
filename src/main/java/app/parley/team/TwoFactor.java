package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.secrets.SecretEncryption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second proof of who somebody is, beside the password: a code from their phone, or one they wrote down. */
@Service
@Transactional
public class TwoFactor {

    private final SecondFactorRepository repository;
    private final MemberRepository staff;
    private final Team team;
    private final PasswordEncoder passwords;
    private final SecretEncryption secrets;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TwoFactor(
            SecondFactorRepository repository,
            MemberRepository staff,
            Team team,
            PasswordEncoder passwords,
            SecretEncryption secrets,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.staff = staff;
        this.team = team;
        this.passwords = passwords;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is wanted of somebody whose password was right. */
    public enum Need {
        NOTHING,
        CODE,
        /** It is compulsory, and they have none yet. */
        SETUP
    }

    @Transactional(readOnly = true)
    public Need need(AgentId agent) {
        if (repository.isOn(agent)) {
            return Need.CODE;
        }
        return repository.isCompulsory() ? Need.SETUP : Need.NOTHING;
    }

    @Transactional(readOnly = true)
    public boolean isOn(AgentId agent) {
        return repository.isOn(agent);
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(AgentId agent) {
        return repository.recoveryCodes(agent);
    }

    /** What their phone is to be told, who has just typed their password: another secret each time, not kept here. */
    @Transactional(readOnly = true)
    public Enrolment begin(AgentId me) {
        Agent agent = require(me);
        if (repository.isOn(me)) {
            throw new TeamRefusedException(TeamRefusal.NOT_ALLOWED);
        }
        byte[] key = new byte[Totp.SECRET_BYTES];
        random.nextBytes(key);
        return new Enrolment(key, agent.email());
    }

    /**
     * As above, of who came in some time ago.
     *
     * @throws TeamRefusedException if the password they have is another
     */
    @Transactional(readOnly = true)
    public Enrolment begin(AgentId me, String password) {
        if (Passwords.tooLong(password)
                || !passwords.matches(password, require(me).passwordHash())) {
            throw new TeamRefusedException(TeamRefusal.WRONG_PASSWORD);
        }
        return begin(me);
    }

    /**
     * The first code shows that the phone has understood; from now on one is asked for. Browsers that were to stay logged
     * in are to show one, too.
     *
     * @return recovery codes, told this once
     * @throws TeamRefusedException if the code is wrong
     */
    public List<String> confirm(AgentId me, Enrolment enrolment, String code) {
        OptionalLong step = Totp.stepOf(enrolment.key(), plain(code), clock.instant());
        if (step.isEmpty() || !repository.turnOn(me, encrypt(me, enrolment), clock.instant(), step.getAsLong())) {
            throw new TeamRefusedException(TeamRefusal.CODE);
        }
        staff.forgetBrowsers(me);
        audit.record(AuditAction.TWO_FACTOR_ON, me.value(), null, null);
        return freshCodes(me);
    }

    /** Whether it is their code of this half minute or the one beside it, or one of their recovery codes. Good once. */
    public boolean accepts(AgentId agent, String typed) {
        if (!repository.isOn(agent)) {
            return false;
        }
        if (takes(agent, typed)) {
            return true;
        }
        boolean recovered = repository.useUp(agent, RecoveryCode.digest(agent, typed));
        if (recovered) {
            audit.record(AuditAction.RECOVERY_CODE_USED, agent.value(), null, null);
        }
        return recovered;
    }

    /** New recovery codes in place of those there are, told this once. @throws TeamRefusedException if the code is wrong */
    public List<String> newRecoveryCodes(AgentId me, String code) {
        if (!accepts(me, code)) {
            throw new TeamRefusedException(TeamRefusal.CODE);
        }
        audit.record(AuditAction.RECOVERY_CODES_MADE, me.value(), null, null);
        return freshCodes(me);
    }

    /** @throws TeamRefusedException if the code is wrong, or everybody must have it */
    public void turnOff(AgentId me, String code) {
        if (repository.isCompulsory()) {
            throw new TeamRefusedException(TeamRefusal.COMPULSORY);
        }
        if (!accepts(me, code)) {
            throw new TeamRefusedException(TeamRefusal.CODE);
        }
        repository.delete(me);
        audit.record(AuditAction.TWO_FACTOR_OFF, me.value(), null, null);
    }

    /** For a colleague who lost their phone: with it goes what their browsers kept to stay logged in. */
    public void removeFor(AgentId admin, AgentId agent) {
        team.requireAdmin(admin);
        Agent whose = team.byId(agent).orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
        repository.delete(agent);
        staff.forgetBrowsers(agent);
        audit.record(AuditAction.TWO_FACTOR_TAKEN, admin.value(), whose.nameAndEmail(), null);
        events.publishEvent(new AgentChanged(agent)); // Where it is compulsory, they set up another one.
    }

    @Transactional(readOnly = true)
    public boolean isCompulsory() {
        return repository.isCompulsory();
    }

    /** Who has none is logged out within seconds, and sets it up when they come in again. */
    public void makeCompulsory(AgentId admin, boolean wanted) {
        team.requireAdmin(admin);
        repository.compulsory(wanted);
        AuditAction action = wanted ? AuditAction.TWO_FACTOR_COMPULSORY : AuditAction.TWO_FACTOR_VOLUNTARY;
        audit.record(action, admin.value(), null, null);
        events.publishEvent(new AgentChanged(admin));
    }

    private Agent require(AgentId agent) {
        return team.byId(agent)
                .filter(one -> !one.disabled())
                .orElseThrow(() -> new TeamRefusedException(TeamRefusal.NOT_FOUND));
    }

    private boolean takes(AgentId agent, String typed) {
        return repository
                .secret(agent)
                .map(secret -> Totp.stepOf(key(agent, secret), plain(typed), clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> repository.take(agent, step.getAsLong()))
                .isPresent();
    }

    private List<String> freshCodes(AgentId agent) {
        List<String> codes =
                Stream.generate(RecoveryCode::make).limit(RecoveryCode.HOW_MANY).toList();
        repository.recoveryCodes(
                agent,
                codes.stream().map(code -> RecoveryCode.digest(agent, code)).toList());
        return codes;
    }

    private String encrypt(AgentId agent, Enrolment enrolment) {
        return secrets.encrypt(HexFormat.of().formatHex(enrolment.key()), SecondFactorRepository.place(agent));
    }

    private byte[] key(AgentId agent, String secret) {
        return HexFormat.of().parseHex(secrets.decrypt(secret, SecondFactorRepository.place(agent)));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}

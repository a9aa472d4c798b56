package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.team.TwoFactor.Need;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A code from the phone, beside the password. */
@DatabaseTest
class TwoFactorTest {

    @Autowired
    TwoFactor second;

    @Autowired
    Team team;

    @Autowired
    Given given;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    AgentId carla = new AgentId(0);
    AgentId ben = new AgentId(0);

    @BeforeEach
    void theyWorkHere() {
        carla = given.admin("Carla");
        ben = given.agent("Ben");
    }

    @Test
    void itIsOnOnceThePhoneHasShownItsFirstCode() {
        assertThat(second.need(ben)).isEqualTo(Need.NOTHING);
        Enrolment enrolment = second.begin(ben);
        assertThat(enrolment.address())
                .isEqualTo("otpauth://totp/Parley:ben%40bonita.example?secret=" + enrolment.secret()
                        + "&issuer=Parley&digits=6");
        assertThat(second.need(ben)).isEqualTo(Need.NOTHING);
        refused(TeamRefusal.CODE, () -> second.confirm(ben, enrolment, "000000"));
        String code = phone(enrolment).code();
        assertThat(second.confirm(ben, enrolment, code)).hasSize(10).doesNotHaveDuplicates();
        assertThat(second.need(ben)).isEqualTo(Need.CODE);
        assertThat(second.accepts(ben, code)).isFalse();
        refused(TeamRefusal.NOT_ALLOWED, () -> second.begin(ben));
    }

    @Test
    void aSecretWhoseFirstCodeWasNotTypedIsNobodysAndTheNextIsAnother() {
        Enrolment seen = second.begin(ben);
        Enrolment mine = second.begin(ben);
        assertThat(mine.secret()).isNotEqualTo(seen.secret());
        assertThat(database.queryForObject("select count(*) from second_factor", Long.class))
                .isZero();
        refused(TeamRefusal.CODE, () -> second.confirm(ben, mine, phone(seen).code()));
        second.confirm(ben, mine, phone(mine).code());
        refused(TeamRefusal.CODE, () -> second.confirm(ben, seen, phone(seen).code()));
        clock.advance(Duration.ofSeconds(30));
        assertThat(second.accepts(ben, phone(seen).code())).isFalse();
        assertThat(second.accepts(ben, phone(mine).code())).isTrue();
    }

    @Test
    void itIsSetUpInPlaceOfOneThatWasNeverTurnedOn() {
        database.update("insert into second_factor (agent_id, secret) values (?, 'left over')", ben.value());
        assertThat(second.accepts(ben, "000000")).isFalse();
        on(ben);
        assertThat(second.need(ben)).isEqualTo(Need.CODE);
    }

    @Test
    void whoSetsItUpLaterShowsTheirPasswordFirst() {
        AgentId ana = team.create("Ana", "ana@bonita.example", "two croissants", Role.AGENT)
                .requireId();
        refused(TeamRefusal.WRONG_PASSWORD, () -> second.begin(ana, "two brioches"));
        refused(TeamRefusal.WRONG_PASSWORD, () -> second.begin(ana, "x".repeat(100)));
        assertThat(second.begin(ana, "two croissants").secret()).isNotEmpty();
    }

    @Test
    void whoseSecretIsLostIsNotLetInByWhatTheirBrowsersKept(
            @Autowired SecondFactorRepository repository, @Autowired PlatformTransactionManager transactions) {
        on(ben);
        int before = stamp(ben);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> repository.forget(SecondFactorRepository.place(ben)));
        assertThat(second.need(ben)).isEqualTo(Need.NOTHING);
        assertThat(stamp(ben)).isEqualTo(before + 1);
    }

    private int stamp(AgentId agent) {
        return Objects.requireNonNull(
                database.queryForObject("select remember_stamp from agent where id = ?", Integer.class, agent.value()));
    }

    @Test
    void aCodeIsGoodOnceAndNoOlderOneAfterIt() {
        Phone phone = on(ben);
        String before = phone.code();
        clock.advance(Duration.ofSeconds(30));
        String code = phone.code();
        assertThat(second.accepts(ben, " " + code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(second.accepts(ben, code)).isFalse();
        assertThat(second.accepts(ben, before)).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(second.accepts(ben, phone.code())).isTrue();
        assertThat(second.accepts(carla, phone.code())).isFalse();
    }

    @Test
    void ofTwoWhoTypeTheSameCodeAtOnceOneIsIn() throws Exception {
        Phone phone = on(ben);
        clock.advance(Duration.ofSeconds(60));
        String code = phone.code();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> type = () -> second.accepts(ben, code);
            int in = 0;
            for (Future<Boolean> one : both.invokeAll(List.of(type, type))) {
                in += one.get() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void eachRecoveryCodeIsGoodOnceHoweverItIsTypedUntilThereAreNewOnes() {
        Enrolment enrolment = second.begin(ben);
        List<String> codes = second.confirm(ben, enrolment, phone(enrolment).code());
        assertThat(second.accepts(ben, codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(second.accepts(ben, codes.getFirst())).isFalse();
        assertThat(second.accepts(carla, codes.getLast())).isFalse();
        assertThat(second.recoveryCodesLeft(ben)).isEqualTo(9);
        clock.advance(Duration.ofSeconds(30));
        assertThat(second.newRecoveryCodes(ben, phone(enrolment).code())).hasSize(10);
        assertThat(second.accepts(ben, codes.getLast())).isFalse();
    }

    @Test
    void nothingOfItStandsInTheDatabaseAsItIs() {
        Enrolment enrolment = second.begin(ben);
        List<String> codes = second.confirm(ben, enrolment, phone(enrolment).code());
        assertThat(database.queryForObject("select secret from second_factor", String.class))
                .doesNotContain(enrolment.secret());
        assertThat(database.queryForList("select digest from recovery_code", String.class))
                .hasSize(10)
                .doesNotContainAnyElementsOf(codes)
                .allMatch(digest -> digest.length() == 64);
        assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
    }

    @Test
    void whoTurnsItOffShowsACodeAndAnAdminNeedsNone() {
        Phone phone = on(ben);
        refused(TeamRefusal.CODE, () -> second.turnOff(ben, "000000"));
        clock.advance(Duration.ofSeconds(30));
        second.turnOff(ben, phone.code());
        assertThat(second.need(ben)).isEqualTo(Need.NOTHING);
        on(ben);
        refused(TeamRefusal.NOT_ALLOWED, () -> second.removeFor(ben, carla));
        second.removeFor(carla, ben);
        assertThat(second.need(ben)).isEqualTo(Need.NOTHING);
        assertThat(second.recoveryCodesLeft(ben)).isZero();
    }

    @Test
    void whereItIsCompulsoryWhoHasNoneSetsItUpAndNobodyTurnsItOff() {
        Phone phone = on(ben);
        refused(TeamRefusal.NOT_ALLOWED, () -> second.makeCompulsory(ben, true));
        second.makeCompulsory(carla, true);
        assertThat(second.need(carla)).isEqualTo(Need.SETUP);
        assertThat(second.need(ben)).isEqualTo(Need.CODE);
        clock.advance(Duration.ofSeconds(30));
        refused(TeamRefusal.COMPULSORY, () -> second.turnOff(ben, phone.code()));
        second.makeCompulsory(carla, false);
        assertThat(second.need(carla)).isEqualTo(Need.NOTHING);
    }

    @Test
    void whatHappenedToItIsWrittenDown() {
        on(ben);
        second.makeCompulsory(carla, true);
        second.removeFor(carla, ben);
        assertThat(database.queryForList("select action from audit_entry order by id", String.class))
                .containsSubsequence(Stream.of("TWO_FACTOR_ON", "TWO_FACTOR_COMPULSORY", "TWO_FACTOR_TAKEN")
                        .toArray(String[]::new));
    }

    private Phone on(AgentId agent) {
        Enrolment enrolment = second.begin(agent);
        Phone phone = phone(enrolment);
        second.confirm(agent, enrolment, phone.code());
        return phone;
    }

    private Phone phone(Enrolment enrolment) {
        return new Phone(enrolment.secret(), clock);
    }

    private static void refused(TeamRefusal refusal, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        TeamRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}

package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.FirstAdmin.WrongCodeException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.JdbcTemplate;

@ParleyTest
class FirstAdminTest {

    @Autowired
    Team team;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    SetupCode code;
    FirstAdmin firstAdmin;

    @BeforeEach
    void start() {
        code = new SetupCode(clock);
        firstAdmin = new FirstAdmin(team, code, "", "");
    }

    @Test
    void whoReadsTheCodeInTheLogBecomesTheFirstAdmin() throws Exception {
        Agent admin = firstAdmin.create(code.show(), " Carla Rey ", "Carla@Bonita.example", "two croissants");

        assertThat(admin.isAdmin()).isTrue();
        assertThat(admin.name()).isEqualTo("Carla Rey");
        assertThat(team.byEmail("CARLA@bonita.example")).contains(admin);
        assertThat(admin.passwordHash()).startsWith("$2").doesNotContain("croissants");
        assertThat(firstAdmin.isWanted()).isFalse();
    }

    @Test
    void whoMadeThemselvesTheAdminIsWrittenDownAsWhoDidIt() throws Exception {
        Agent admin = firstAdmin.create(code.show(), "Carla Rey", "carla@bonita.example", "two croissants");
        assertThat(database.queryForList("select actor from audit_entry where action = 'MEMBER_CREATED'", Long.class))
                .containsExactly(Objects.requireNonNull(admin.id()).value());
    }

    @ParameterizedTest
    @CsvSource({
        "carla@bonita.example, '', password",
        "'', two croissants, email",
        "carla, two croissants, email",
        "carla@bonita.example, short, password",
        "carla@bonita.example, 1234567890, password",
        "carla@bonita.example, carla-bonita, password",
        "carla@bonita.example, ahBae8ohNgiequ9eiPhoh4ahZ6aeBoh2ieShe3oh_ahBae8ohNgiequ9eiPhoh4ahZ6aeBoh2, password",
    })
    void halfASettingOrAGuessablePasswordMakesNobodyAndIsNamed(String email, String password, String wrong) {
        assertThatThrownBy(new FirstAdmin(team, code, email, password)::createFromProperties)
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        e -> assertThat(e.getName()).isEqualTo("parley.admin." + wrong));
        assertThat(team.count()).isZero();
    }

    @Test
    void theSettingsMakeTheFirstAdminAndNobodyAfterThat() {
        new FirstAdmin(team, code, "carla@bonita.example", "two croissants").createFromProperties();
        new FirstAdmin(team, code, "carla@bonita.example", "").createFromProperties();
        assertThat(team.count()).isEqualTo(1);
    }

    @Test
    void theCodeMayBeTypedInSmallLettersAndWithoutDashes() throws Exception {
        String typed = code.show().toLowerCase(java.util.Locale.ROOT).replace("-", "");
        assertThat(firstAdmin.create(typed, "Carla", "carla@bonita.example", "two croissants"))
                .isNotNull();
    }

    @Test
    void aWrongCodeMakesNobody() {
        assertRefused("AAAA-AAAA-AAAA");
        assertThat(team.count()).isZero();
    }

    @Test
    void guessingIsSlow() throws Exception {
        for (int guess = 0; guess < 5; guess++) {
            assertRefused("AAAA-AAAA-AAAA");
        }
        assertRefused(code.show());

        clock.advance(Duration.ofSeconds(61));
        assertThat(firstAdmin.create(code.show(), "Carla", "carla@bonita.example", "two croissants"))
                .isNotNull();
    }

    @Test
    void theCodeIsVoidAfterUse() throws Exception {
        firstAdmin.create(code.show(), "Carla", "carla@bonita.example", "two croissants");

        assertRefused(code.show());
        assertThat(code.matches(code.show())).isFalse();
        assertThat(team.count()).isEqualTo(1);
    }

    @Test
    void thePropertiesMakeTheFirstAdminOfAnEmptyHouseOnly() {
        new FirstAdmin(team, code, "ana@bonita.example", "two croissants").createFromProperties();
        new FirstAdmin(team, code, "eve@bonita.example", "two croissants").createFromProperties();

        assertThat(team.byEmail("ana@bonita.example"))
                .get()
                .extracting(Agent::isAdmin)
                .isEqualTo(true);
        assertThat(team.byEmail("eve@bonita.example")).isEmpty();
    }

    private void assertRefused(String typed) {
        assertThatThrownBy(() -> firstAdmin.create(typed, "Eve", "eve@evil.example", "two croissants"))
                .isInstanceOf(WrongCodeException.class);
    }
}

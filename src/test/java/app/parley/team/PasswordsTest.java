package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12",
                "Password123!",
                "passwordpassword",
                "1234567890",
                "aaaaaaaaaaaa",
                "qwertyuiop",
                "admin12345",
                "P@$$w0rd!!",
                "qwerty123456",
                "1q2w3e4r5t6y",
                "zaq12wsxcde3",
                "Football2024",
                "iloveyou<3<3",
                "Summer2026!!",
                "dragonmonkey",
                "correcthorsebatterystaple",
                "MyPassword123",
                "letmein-12345"
            })
    void anEasyOneIsRefused(String password) {
        assertThat(Passwords.trivial(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two croissants",
                "three brioches",
                "demo-carla",
                "password of my aunt",
                "9172640583",
                "kV7#pz!9mQw2",
                "Dragons eat plums"
            })
    void anOrdinaryOneIsTaken(String password) {
        assertThat(Passwords.trivial(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ben.soler@bonita.example",
                "Ben Soler 1984",
                "bensoler1234",
                "S0ler-B0nita",
                "welcome to bonita",
                "BonitaBonita7"
            })
    void aNameOrAnEmailIsNoPassword(String password) {
        assertThat(Passwords.fault(password, "Ben Soler", "ben.soler@bonita.example"))
                .contains(PasswordFault.PERSONAL);
        assertThat(Passwords.fault(password, "Ana Ruiz", "ana@lemon.example")).isEmpty();
    }

    @Test
    void tenCharactersAreEnoughAndSeventyTwoBytesAreAll() {
        assertThat(Passwords.tooShort("123456789")).isTrue();
        assertThat(Passwords.tooShort("1234567890")).isFalse();
        assertThat(Passwords.tooLong("ñ".repeat(36))).isFalse();
        assertThat(Passwords.tooLong("ñ".repeat(37))).isTrue();
    }
}

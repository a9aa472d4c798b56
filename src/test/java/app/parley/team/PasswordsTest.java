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
                "admin12345"
            })
    void anEasyOneIsRefused(String password) {
        assertThat(Passwords.trivial(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two croissants", "demo-carla", "password of my aunt", "9172640583"})
    void anOrdinaryOneIsTaken(String password) {
        assertThat(Passwords.trivial(password)).isFalse();
    }

    @Test
    void tenCharactersAreEnoughAndSeventyTwoBytesAreAll() {
        assertThat(Passwords.tooShort("123456789")).isTrue();
        assertThat(Passwords.tooShort("1234567890")).isFalse();
        assertThat(Passwords.tooLong("ñ".repeat(36))).isFalse();
        assertThat(Passwords.tooLong("ñ".repeat(37))).isTrue();
    }
}

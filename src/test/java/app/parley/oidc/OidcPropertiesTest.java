package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What an operator is told whose settings of an identity provider cannot hold. */
class OidcPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "login.example.com, id, secret, Acme, issuer",
        "ftp://login.example.com, id, secret, Acme, issuer",
        "https://, id, secret, Acme, issuer",
        "https://a@login.example.com, id, secret, Acme, issuer",
        "https://login.example.com?x=1, id, secret, Acme, issuer",
        "https://login.example.com#x, id, secret, Acme, issuer",
        "http://login.example.com, id, secret, Acme, issuer",
        "http://10.0.0.1, id, secret, Acme, issuer",
        "'', id, '', Acme, issuer",
        "'', '', secret, Acme, issuer",
        "https://login.example.com, ' ', secret, Acme, client-id",
        "https://login.example.com, id, '', Acme, client-secret",
        "https://login.example.com, id, secret, a name that is far too long to stand on any button, name",
    })
    void aMalformedSettingStopsTheStartAndIsNamed(String issuer, String id, String secret, String name, String wrong) {
        assertThatThrownBy(() -> new OidcProperties(issuer, id, secret, name))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.oidc." + wrong);
                    assertThat(e.getReason()).endsWith(".");
                });
    }

    @Test
    void plainHttpIsForTryingThingsOutOnOneMachineOnly() {
        OidcProperties local = new OidcProperties("http://localhost:8090", "id", "secret", "");
        assertThat(local.requireSafe(false)).isEqualTo(local);
        assertThatThrownBy(() -> local.requireSafe(true))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        e -> assertThat(e.getName()).isEqualTo("parley.oidc.issuer"));
    }

    @Test
    void spacesAroundAreNoPartOfItAndTheHostStandsForAMissingName() {
        OidcProperties given = new OidcProperties(" https://login.example.com/realm ", " id ", " secret ", "");
        assertThat(given.clientSecret()).isEqualTo("secret");
        assertThat(given.shownName()).isEqualTo("login.example.com");
        assertThat(given.toString()).doesNotContain("secret");
        assertThat(new OidcProperties("", "", "", "").isSet()).isFalse();
    }
}

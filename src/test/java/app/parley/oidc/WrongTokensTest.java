package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import app.parley.oidc.FakeIdentityProvider.Saying;
import app.parley.oidc.FakeIdentityProvider.Signing;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ID tokens that prove nothing. */
class WrongTokensTest extends AtTheProvider {

    static Stream<Arguments> sayings() {
        return Stream.of(
                saying("another nonce", claims -> claims.claim("nonce", "another")),
                saying("no nonce", claims -> claims.claim("nonce", null)),
                saying("another audience", claims -> claims.audience("another client")),
                saying("no audience", claims -> claims.audience((String) null)),
                saying(
                        "several audiences and nobody it was made for",
                        claims -> claims.audience(List.of("parley", "another"))),
                saying("made for another", claims -> claims.claim("azp", "another")),
                saying("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                saying("no issuer", claims -> claims.issuer(null)),
                saying(
                        "over",
                        claims -> claims.expirationTime(at(Duration.ofMinutes(-10)))
                                .issueTime(at(Duration.ofMinutes(-20)))),
                saying("never over", claims -> claims.expirationTime(null)),
                saying(
                        "of the future",
                        claims -> claims.issueTime(at(Duration.ofHours(1))).expirationTime(at(Duration.ofHours(2)))),
                saying("not yet good", claims -> claims.notBeforeTime(at(Duration.ofHours(1)))),
                saying("of nobody", claims -> claims.subject(null)),
                saying("of an endless name", claims -> claims.subject("x".repeat(256))),
                saying("of an odd name", claims -> claims.subject("ben\u0000")));
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void aTokenThatSaysTheWrongThingIntroducesNobody(Saying saying) {
        PROVIDER.says(claims -> {
            claims.subject("ben").claim("email", "ben@bonita.example").claim("email_verified", true);
            saying.in(claims);
        });
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.UNTRUSTED);
    }

    static Stream<Arguments> signings() {
        return Stream.of(
                signing("by nobody", claims -> new PlainJWT(claims).serialize()),
                signing(
                        "by another's key of the same name",
                        claims -> FakeIdentityProvider.signed(
                                claims, new RSAKeyGenerator(2048).keyID("first").generate())),
                signing(
                        "by a key that is not published",
                        claims -> FakeIdentityProvider.signed(
                                claims,
                                new RSAKeyGenerator(2048).keyID("second").generate())),
                signing(
                        "by our own secret",
                        claims ->
                                hmac(claims, "the client's secret, made long enough".getBytes(StandardCharsets.UTF_8))),
                signing(
                        "by the published key taken for a secret",
                        claims -> hmac(claims, PROVIDER.key().toRSAPublicKey().getEncoded())),
                signing("and changed afterwards", WrongTokensTest::changed),
                signing("no token", _ -> "no token"),
                signing("an empty one", _ -> ""));
    }

    @ParameterizedTest
    @MethodSource("signings")
    void aTokenThatIsNotTheProvidersIntroducesNobody(Signing signing) {
        PROVIDER.signs(signing);
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.UNTRUSTED);
    }

    private static String hmac(JWTClaimsSet claims, byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String changed(JWTClaimsSet claims) throws JOSEException {
        String[] parts = PROVIDER.signed(claims).split("\\.", -1);
        String other = new JWTClaimsSet.Builder(claims)
                .subject("carla")
                .build()
                .toPayload()
                .toBase64URL()
                .toString();
        return parts[0] + "." + other + "." + parts[2];
    }

    private static Arguments saying(String name, Saying saying) {
        return argumentSet(name, saying);
    }

    private static Arguments signing(String name, Signing signing) {
        return argumentSet(name, signing);
    }
}

package app.parley.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Reads ID tokens: signed with a key of the provider's, for us, and now (OpenID Connect Core 1.0, section 3.1.3.7). */
final class IdTokens {

    /** Beside {@code amr} with {@code mfa} (RFC 8176): what providers call a sign-in by more than a password. */
    private static final Set<String> STRONG = Set.of(
            "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
            "https://refeds.org/profile/mfa",
            "phr",
            "phrh");

    private IdTokens() {}

    /** Keys the provider has published only: none is shared with us, so that what we could sign ourselves proves nothing. */
    static JwtDecoder decoder(ClientRegistration provider, ClientHttpRequestFactory requests, Clock clock) {
        var validator = new OidcIdTokenValidator(provider);
        validator.setClock(clock);
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validator, times));
        return decoder;
    }

    static boolean isByTwoFactors(OidcIdToken token) {
        List<String> methods = token.getAuthenticationMethods();
        String level = token.getAuthenticationContextClass();
        return (methods != null && methods.contains("mfa")) || (level != null && STRONG.contains(level));
    }
}

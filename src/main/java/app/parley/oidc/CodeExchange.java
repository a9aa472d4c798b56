package app.parley.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Turns the code that a browser has brought into who they are: asks for the ID token, and checks it. */
final class CodeExchange {

    /** As long as a subject may be (OpenID Connect Core 1.0, section 2). */
    private static final int LONGEST_SUBJECT = 255;

    private final ClientHttpRequestFactory requests;
    private final Clock clock;
    private final OidcAuthorizationCodeAuthenticationProvider codes;
    private @Nullable Keyed keyed;

    /** The provider's keys are asked for when they are first needed, and kept with what is known of it. */
    private record Keyed(ClientRegistration provider, JwtDecoder tokens) {}

    CodeExchange(ClientHttpRequestFactory requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        this.codes = new OidcAuthorizationCodeAuthenticationProvider(client, people());
        this.codes.setJwtDecoderFactory(this::tokens);
    }

    VerifiedIdentity introduced(
            ClientRegistration provider, OAuth2AuthorizationRequest question, HttpServletRequest answer)
            throws OidcException {
        String issuer = String.valueOf(
                provider.getProviderDetails().getConfigurationMetadata().get("issuer"));
        String sender = answer.getParameter("iss");
        if (sender != null && !sender.equals(issuer)) {
            throw new OidcException(OidcFailure.UNTRUSTED, "an answer of another issuer"); // RFC 9207
        }
        if (answer.getParameter("error") != null) {
            throw OidcException.broughtByBrowser(
                    FailureClassifier.ofAnswer(answer.getParameter("error")), "an answer that is an error");
        }
        if (!StringUtils.hasText(answer.getParameter("code"))) {
            throw new OidcException(OidcFailure.UNTRUSTED, "an answer without a code");
        }
        return introduced(issuer, person(provider, question, answer));
    }

    private OidcUser person(ClientRegistration provider, OAuth2AuthorizationRequest question, HttpServletRequest answer)
            throws OidcException {
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(answer.getParameter("code"))
                .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
                .state(answer.getParameter("state"))
                .build();
        try {
            var who = codes.authenticate(
                    new OAuth2LoginAuthenticationToken(provider, new OAuth2AuthorizationExchange(question, response)));
            if (who != null && who.getPrincipal() instanceof OidcUser person) {
                return person;
            }
        } catch (RuntimeException e) {
            throw new OidcException(FailureClassifier.of(e), e);
        }
        throw new OidcException(OidcFailure.UNTRUSTED, "an answer without an ID token");
    }

    private static VerifiedIdentity introduced(String issuer, OidcUser person) throws OidcException {
        String subject = Objects.requireNonNullElse(person.getSubject(), "");
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new OidcException(OidcFailure.UNTRUSTED, "a subject that is none");
        }
        return new VerifiedIdentity(
                issuer,
                subject,
                person.getEmail(),
                Boolean.TRUE.equals(person.getEmailVerified()),
                IdTokens.isByTwoFactors(person.getIdToken()),
                person.getIdToken().getTokenValue());
    }

    /** Asked for more only when the ID token does not say what we need to know. */
    private OidcUserService people() {
        var more = new DefaultOAuth2UserService();
        var http = new RestTemplate(requests);
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        more.setRestOperations(http);
        var people = new OidcUserService();
        people.setOauth2UserService(more);
        people.setRetrieveUserInfo(CodeExchange::saysTooLittle);
        return people;
    }

    private static boolean saysTooLittle(OidcUserRequest known) {
        boolean isAll =
                known.getIdToken().getEmail() != null && known.getIdToken().getEmailVerified() != null;
        return !isAll
                && StringUtils.hasText(known.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri());
    }

    private synchronized JwtDecoder tokens(ClientRegistration provider) {
        if (keyed == null || keyed.provider() != provider) {
            keyed = new Keyed(provider, IdTokens.decoder(provider, requests, clock));
        }
        return keyed.tokens();
    }
}

package app.parley.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider says about itself (OpenID Connect Discovery 1.0), fetched when somebody first wants to come in that
 * way and again now and then: a provider that is away holds up nobody's start.
 */
final class Discovery {

    static final String ID = "oidc";

    /** Where browsers come back to. */
    static final String BACK = "{baseUrl}/login/oidc/code";

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** So that a provider that is down is not asked by everybody who tries. */
    private static final Duration AWAY_FOR = Duration.ofSeconds(5);

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");

    private final OidcProperties properties;
    private final AllowedHosts destinations;
    private final RestClient http;
    private final Clock clock;
    private final FailureLog failures;
    private final JsonMapper json = new JsonMapper();

    /** Read without the lock, too: nobody who only wants what is known waits for somebody else's request. */
    private volatile @Nullable ClientRegistration known;

    private Instant until = Instant.MIN;
    private @Nullable OidcException failed;
    private Instant failedUntil = Instant.MIN;

    Discovery(OidcProperties properties, AllowedHosts destinations, RestClient http, Clock clock, FailureLog failures) {
        this.properties = properties;
        this.destinations = destinations;
        this.http = http;
        this.clock = clock;
        this.failures = failures;
    }

    /** One at a time asks; what was known before holds while the provider is away. */
    synchronized ClientRegistration provider() throws OidcException {
        ClientRegistration before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(until)) {
            return before;
        }
        if (failed != null && now.isBefore(failedUntil)) {
            return inSpiteOf(failed, before);
        }
        try {
            ClientRegistration fresh = read(fetch());
            known = fresh;
            until = now.plus(GOOD_FOR);
            failed = null;
            return fresh;
        } catch (OidcException e) {
            failed = e;
            failedUntil = clock.instant().plus(AWAY_FOR);
            if (before == null || e.trouble() != OidcFailure.AWAY) {
                failures.failed(e);
            }
            return inSpiteOf(e, before);
        }
    }

    /** What was known before lets people in while the provider is away. */
    private static ClientRegistration inSpiteOf(OidcException failure, @Nullable ClientRegistration before)
            throws OidcException {
        if (before == null || failure.trouble() != OidcFailure.AWAY) {
            throw failure;
        }
        return before;
    }

    /** Without asking. */
    Optional<ClientRegistration> known() {
        return Optional.ofNullable(known);
    }

    private Map<String, Object> fetch() throws OidcException {
        try {
            byte[] body = http.get()
                    .uri(URI.create(withoutSlash(properties.issuer()) + WELL_KNOWN))
                    .retrieve()
                    .body(byte[].class);
            Map<String, Object> described = json.readValue(
                    body == null ? new byte[0] : body, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (described != null) {
                return described;
            }
            throw new OidcException(OidcFailure.MISFIT, "a description that is null");
        } catch (RestClientException e) {
            throw new OidcException(OidcFailure.AWAY, e);
        } catch (JacksonException e) {
            throw new OidcException(OidcFailure.MISFIT, "a description that is no JSON");
        }
    }

    private ClientRegistration read(Map<String, Object> described) throws OidcException {
        String issuer = String.valueOf(described.get("issuer"));
        // People leave out the slash at its end, or add one; nothing else may differ.
        if (!withoutSlash(issuer).equals(withoutSlash(properties.issuer()))) {
            throw new OidcException(OidcFailure.MISFIT, "another issuer");
        }
        for (String endpoint : ENDPOINTS) {
            requireAllowed(described, endpoint);
        }
        try {
            return ClientRegistrations.fromOidcConfiguration(described)
                    .registrationId(ID)
                    .clientId(properties.clientId())
                    .clientSecret(properties.clientSecret())
                    .clientName(properties.shownName())
                    .redirectUri(BACK)
                    .scope("openid", "email")
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
        } catch (RuntimeException e) { // Of no kind in particular when something that must be there is not.
            throw new OidcException(OidcFailure.MISFIT, e);
        }
    }

    /** Where it leads is looked at again before each request; here, whether it is a safe address at all. */
    private void requireAllowed(Map<String, Object> described, String endpoint) throws OidcException {
        Object address = described.get(endpoint);
        try {
            if (address != null && !destinations.allowForBrowsers(URI.create(String.valueOf(address)))) {
                throw new OidcException(OidcFailure.MISFIT, endpoint + " is an address where we do not go");
            }
        } catch (IllegalArgumentException e) {
            throw new OidcException(OidcFailure.MISFIT, endpoint + " is no address");
        }
    }

    private static String withoutSlash(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}

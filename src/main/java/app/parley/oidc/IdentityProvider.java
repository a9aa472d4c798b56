package app.parley.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people may sign in beside our own form, when the settings name it. Asks it over the network: it may take a while. */
@Component
@EnableConfigurationProperties(OidcProperties.class)
public class IdentityProvider {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final @Nullable Discovery discovery;
    private final @Nullable CodeExchange exchange;
    private final OidcProperties properties;
    private final FailureLog failures;

    @Autowired
    IdentityProvider(OidcProperties properties, Environment settings, Clock clock) {
        this(properties.requireSafe(isProduction(settings)), clock, LONGEST, InetAddress::getAllByName, null);
    }

    /**
     * @param longest how long each answer of the provider's may take
     * @param proxies null: the system's
     */
    IdentityProvider(
            OidcProperties properties,
            Clock clock,
            Duration longest,
            AllowedHosts.Names names,
            @Nullable ProxySelector proxies) {
        this.properties = properties;
        this.failures = new FailureLog(clock);
        if (!properties.isSet()) {
            this.discovery = null;
            this.exchange = null;
            return;
        }
        var destinations = new AllowedHosts(URI.create(properties.issuer()), names);
        var requests = new GuardedRequestFactory(
                destinations, longest, Objects.requireNonNullElseGet(proxies, ProxySelector::getDefault));
        RestClient http = RestClient.builder().requestFactory(requests).build();
        this.discovery = new Discovery(properties, destinations, http, clock, failures);
        this.exchange = new CodeExchange(requests, clock);
    }

    /** What to call it; empty when there is none. */
    public Optional<String> name() {
        return properties.isSet() ? Optional.of(properties.shownName()) : Optional.empty();
    }

    /** What to ask it, for a browser that is to be sent there; to be kept until that comes back. */
    public OAuth2AuthorizationRequest question(HttpServletRequest request) throws OidcException {
        ClientRegistration provider = provider();
        OAuth2AuthorizationRequest question =
                new DefaultOAuth2AuthorizationRequestResolver(_ -> provider).resolve(request, Discovery.ID);
        return Objects.requireNonNull(question);
    }

    /**
     * Who is introduced by the answer that a browser has brought.
     *
     * @param question what was kept when it left; null: nothing that this is the answer to
     */
    public VerifiedIdentity introduced(@Nullable OAuth2AuthorizationRequest question, HttpServletRequest answer)
            throws OidcException {
        if (question == null || exchange == null) {
            throw new OidcException(OidcFailure.STALE, "no question");
        }
        ClientRegistration provider = provider();
        try {
            VerifiedIdentity who = exchange.introduced(provider, question, answer);
            failures.worked();
            return who;
        } catch (OidcException e) {
            failures.failed(e);
            throw e;
        }
    }

    /** Where a browser takes leave of the provider, too; empty when it offers no such place. */
    public Optional<String> leave(String idToken, String backTo) {
        return Optional.ofNullable(discovery)
                .flatMap(Discovery::known)
                .map(provider ->
                        provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(address -> UriComponentsBuilder.fromUriString(String.valueOf(address))
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(idToken, properties.clientId(), backTo)
                        .toUriString());
    }

    private ClientRegistration provider() throws OidcException {
        if (discovery == null) {
            throw new OidcException(OidcFailure.MISFIT, "no provider");
        }
        return discovery.provider();
    }

    private static boolean isProduction(Environment settings) {
        return !"true"
                .equalsIgnoreCase(
                        settings.getProperty("parley.sandbox.enabled", "").strip());
    }
}

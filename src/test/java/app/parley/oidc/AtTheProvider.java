package app.parley.oidc;

import app.parley.MutableClock;
import app.parley.oidc.FakeIdentityProvider.Answer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Parley beside an identity provider, asked over a socket. */
abstract class AtTheProvider {

    static final MutableClock CLOCK = new MutableClock();

    /** Ends with the process: whoever comes next asks it, too. */
    static final FakeIdentityProvider PROVIDER = new FakeIdentityProvider(CLOCK);

    static final Duration PATIENCE = Duration.ofSeconds(1);

    IdentityProvider us = us(PROVIDER.url());

    @BeforeEach
    void asItShouldBe() {
        PROVIDER.reset();
        us = us(PROVIDER.url());
    }

    static IdentityProvider us(String issuer) {
        boolean isSet = !issuer.isEmpty();
        return new IdentityProvider(
                new OidcProperties(
                        issuer,
                        isSet ? FakeIdentityProvider.CLIENT : "",
                        isSet ? FakeIdentityProvider.SECRET : "",
                        "Acme"),
                CLOCK,
                PATIENCE,
                InetAddress::getAllByName,
                null);
    }

    VerifiedIdentity comesBack() throws OidcException {
        OAuth2AuthorizationRequest question = leaves();
        return us.introduced(question, back(question));
    }

    OAuth2AuthorizationRequest leaves() throws OidcException {
        return us.question(new MockHttpServletRequest("GET", "/login/oidc"));
    }

    static MockHttpServletRequest back(OAuth2AuthorizationRequest question) {
        URI back = URI.create(PROVIDER.signsIn(question.getAuthorizationRequestUri()));
        var fields = UriComponentsBuilder.fromUri(back).build().getQueryParams();
        return answer("code", String.valueOf(fields.getFirst("code")), "state", String.valueOf(question.getState()));
    }

    static MockHttpServletRequest answer(String... fields) {
        MockHttpServletRequest answer = new MockHttpServletRequest("GET", "/login/oidc/code");
        for (int i = 0; i < fields.length; i += 2) {
            answer.setParameter(fields[i], fields[i + 1]);
        }
        return answer;
    }

    @FunctionalInterface
    interface Act {
        Object act() throws OidcException;
    }

    static OidcFailure trouble(Act act) {
        try {
            act.act();
        } catch (OidcException e) {
            return e.trouble();
        }
        throw new AssertionError("Nothing stood in the way");
    }

    static Date at(Duration fromNow) {
        return Date.from(CLOCK.instant().plus(fromNow));
    }

    static Answer text(String body) {
        return FakeIdentityProvider.text(200, "application/json", body);
    }

    static Answer error(int status, String code) {
        return FakeIdentityProvider.text(status, "application/json", "{\"error\":\"" + code + "\"}");
    }

    static Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", PROVIDER.url() + "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    /** Until the other side hangs up. */
    static Answer dripping() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}

package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import app.parley.oidc.OidcException;
import app.parley.oidc.VerifiedIdentity;
import app.parley.team.Agent;
import app.parley.team.ExternalIdentity;
import app.parley.team.TwoFactor.Need;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom the identity provider introduces is in when they are one of ours. It takes the place of the password; whether a
 * code is wanted besides is as with a password, unless the provider says that it has asked for more than one proof.
 */
final class OidcAuthenticationProvider implements AuthenticationProvider {

    private final IdentityProvider provider;
    private final OidcIntroductions introductions;
    private final CodeRequest codes;
    private final LoginAudit audit;

    OidcAuthenticationProvider(
            IdentityProvider provider, OidcIntroductions introductions, CodeRequest codes, LoginAudit audit) {
        this.provider = provider;
        this.introductions = introductions;
        this.codes = codes;
        this.audit = audit;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return OidcResponseToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication brought) {
        OidcResponseToken answer = (OidcResponseToken) brought;
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        PendingLogin.forget(request);
        VerifiedIdentity who = introduced(answer, request);
        var identity = new ExternalIdentity(who.issuer(), who.subject(), who.email(), who.emailVerified());
        Agent known = introductions.recognised(identity);
        SignedInAgent agent = new SignedInAgent(known, known.passwordHash(), who.byTwoFactors());
        OidcLogout.keep(request, who.idToken());
        Need need = codes.need(agent);
        if (need != Need.NOTHING && !who.byTwoFactors()) {
            throw codes.in(request, agent, Optional.of(identity), need, answer.remember());
        }
        introductions.comesIn(identity, known);
        OidcAuthentication in = new OidcAuthentication(agent);
        in.setDetails(answer.getDetails());
        return in;
    }

    private VerifiedIdentity introduced(OidcResponseToken answer, HttpServletRequest request) {
        try {
            return provider.introduced(answer.question(), request);
        } catch (OidcException e) {
            OidcLoginException refused = new OidcLoginException(e);
            if (refused.isTheirs()) { // Only what is throttled is written down.
                audit.notIntroduced(refused.reason(), null);
            }
            throw refused;
        }
    }
}

package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import app.parley.oidc.Introduced;
import app.parley.oidc.OidcException;
import app.parley.team.Agent;
import app.parley.team.OutsideIdentities;
import app.parley.team.StrangerException;
import app.parley.team.TwoFactor.Need;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom the identity provider introduces is in when they are one of ours. It takes the place of the password; whether a
 * code is wanted besides is as with a password, unless the provider says that it has asked for more than one proof.
 */
final class ByIntroduction implements AuthenticationProvider {

    private final IdentityProvider provider;
    private final OutsideIdentities identities;
    private final Halfway halfway;
    private final AuditedDoor audit;

    ByIntroduction(IdentityProvider provider, OutsideIdentities identities, Halfway halfway, AuditedDoor audit) {
        this.provider = provider;
        this.identities = identities;
        this.halfway = halfway;
        this.audit = audit;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return AnswerToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication brought) {
        AnswerToken answer = (AnswerToken) brought;
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HalfIn.forget(request);
        Introduced who = introduced(answer, request);
        Agent known = recognised(who);
        SignedInAgent agent = new SignedInAgent(known, known.passwordHash(), who.byTwoFactors());
        LeavingProvider.keep(request, who.idToken());
        Need need = halfway.need(agent);
        if (need != Need.NOTHING && !who.byTwoFactors()) {
            throw halfway.in(request, agent, need, answer.remember());
        }
        IntroducedToken in = new IntroducedToken(agent);
        in.setDetails(answer.getDetails());
        return in;
    }

    private Introduced introduced(AnswerToken answer, HttpServletRequest request) {
        try {
            return provider.introduced(answer.question(), request);
        } catch (OidcException e) {
            audit.notIntroduced(e.trouble().name(), null);
            throw new NotIntroduced(e.trouble());
        }
    }

    private Agent recognised(Introduced who) {
        try {
            return identities.recognise(who.issuer(), who.subject(), who.email(), who.emailVerified());
        } catch (StrangerException e) {
            audit.notIntroduced(e.strangeness().name(), e.meant().orElse(null));
            throw new NotIntroduced(e.strangeness());
        }
    }
}

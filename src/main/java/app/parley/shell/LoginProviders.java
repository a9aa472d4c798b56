package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import app.parley.team.ExternalIdentities;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.stereotype.Component;

/**
 * The ways in for people: a password or an identity provider's word, what may be wanted besides, or what their browser
 * has kept.
 */
@Component
class LoginProviders {

    private final AgentUserDetails agents;
    private final IdentityProvider provider;
    private final ExternalIdentities identities;
    private final PasswordEncoder passwords;
    private final TwoFactor second;
    private final Team team;
    private final LoginThrottle throttle;
    private final LoginAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoginProviders(
            AgentUserDetails agents,
            IdentityProvider provider,
            ExternalIdentities identities,
            PasswordEncoder passwords,
            TwoFactor second,
            Team team,
            LoginThrottle throttle,
            LoginAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agents = agents;
        this.provider = provider;
        this.identities = identities;
        this.passwords = passwords;
        this.second = second;
        this.team = team;
        this.throttle = throttle;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** With no other manager behind it: one that knew passwords only would let in who owes a code. */
    AuthenticationManager only(AbstractRememberMeServices rememberMe) {
        var codes = new CodeRequest(second, audit, clock);
        var introductions = new OidcIntroductions(identities, audit);
        var manager = new ProviderManager(
                new PasswordThenCode(agents, passwords, second, team, codes, introductions, clock),
                new OidcAuthenticationProvider(provider, introductions, codes, audit),
                new RememberMeAuthenticationProvider(rememberMe.getKey()));
        manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        return new ThrottledLogin(manager, throttle, audit);
    }
}

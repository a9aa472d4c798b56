package app.parley.shell;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who is in by the identity provider's word. */
final class OidcAuthentication extends AbstractAuthenticationToken {

    private final SignedInAgent agent;

    OidcAuthentication(SignedInAgent agent) {
        super(agent.getAuthorities());
        this.agent = agent;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedInAgent getPrincipal() {
        return agent;
    }
}

package app.parley.shell;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Somebody who has come back from the identity provider; whom its answer introduces is yet to be seen. */
final class OidcResponseToken extends AbstractAuthenticationToken {

    private final transient OAuth2AuthorizationRequest question;
    private final boolean remember;

    /**
     * @param question what this is the answer to
     * @param remember whether they want to stay logged in
     */
    OidcResponseToken(OAuth2AuthorizationRequest question, boolean remember) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.question = question;
        this.remember = remember;
    }

    OAuth2AuthorizationRequest question() {
        return question;
    }

    boolean remember() {
        return remember;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "";
    }
}

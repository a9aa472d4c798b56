package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** Puts the way by the identity provider beside the form: with the same manager behind it, and the same that follows. */
final class OidcLoginConfigurer extends AbstractHttpConfigurer<OidcLoginConfigurer, HttpSecurity> {

    private final IdentityProvider provider;
    private final RememberMeServices rememberMe;

    OidcLoginConfigurer(IdentityProvider provider, RememberMeServices rememberMe) {
        this.provider = provider;
        this.rememberMe = rememberMe;
    }

    @Override
    public void configure(HttpSecurity http) {
        if (provider.name().isEmpty()) {
            return;
        }
        var questions = new HttpSessionOAuth2AuthorizationRequestRepository();
        var answers = new OidcCallbackFilter(questions);
        var success = new SavedRequestAwareAuthenticationSuccessHandler();
        success.setRequestCache(http.getSharedObject(RequestCache.class));
        answers.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
        answers.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        answers.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        answers.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        answers.setRememberMeServices(rememberMe);
        answers.setAuthenticationSuccessHandler(success);
        answers.setAuthenticationFailureHandler(new LoginFailure());
        http.addFilterBefore(answers, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new OidcRedirectFilter(provider, questions), OidcCallbackFilter.class);
    }
}

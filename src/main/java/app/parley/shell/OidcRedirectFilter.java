package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import app.parley.oidc.OidcException;
import app.parley.team.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The way to the identity provider: keeps in the browser's session what it is asked there, so that only this browser can
 * come back with the answer. A link, not a form: of a form our content policy would not let the browser follow on.
 */
final class OidcRedirectFilter extends OncePerRequestFilter {

    static final String PATH = "/login/oidc";
    static final String REMEMBER = "remember-me";

    private static final RequestMatcher HERE = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, PATH);

    private final IdentityProvider provider;
    private final HttpSessionOAuth2AuthorizationRequestRepository questions;

    OidcRedirectFilter(IdentityProvider provider, HttpSessionOAuth2AuthorizationRequestRepository questions) {
        this.provider = provider;
        this.questions = questions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HERE.matches(request)) {
            chain.doFilter(request, response);
        } else if (isIn()) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            response.sendRedirect(to(request, response));
        }
    }

    private String to(HttpServletRequest request, HttpServletResponse response) {
        try {
            OAuth2AuthorizationRequest question = provider.question(request);
            boolean remember = request.getParameter(REMEMBER) != null;
            questions.saveAuthorizationRequest(
                    OAuth2AuthorizationRequest.from(question)
                            .attributes(kept -> kept.put(REMEMBER, remember))
                            .build(),
                    request,
                    response);
            return question.getAuthorizationRequestUri();
        } catch (OidcException e) {
            return request.getContextPath() + "/login?" + LoginView.NOT_INTRODUCED + "=" + e.trouble();
        }
    }

    /** Nobody becomes somebody else in the middle of their work, least of all by another site's link. */
    static boolean isIn() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof SignedIn;
    }
}

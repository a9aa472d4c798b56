package app.parley.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Where browsers come back to from the identity provider, with its answer. */
final class OidcCallbackFilter extends AbstractAuthenticationProcessingFilter {

    private static final String PATH = OidcRedirectFilter.PATH + "/code";

    private final HttpSessionOAuth2AuthorizationRequestRepository questions;

    OidcCallbackFilter(HttpSessionOAuth2AuthorizationRequestRepository questions) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, PATH));
        this.questions = questions;
    }

    @Override
    public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (OidcRedirectFilter.isIn()) {
            response.sendRedirect(request.getContextPath() + "/");
            return null;
        }
        // Only with the state it was given; and good once.
        OAuth2AuthorizationRequest question = questions.removeAuthorizationRequest(request, response);
        if (question == null) {
            // Any site can send our people here with an answer of its own: it costs them no try, and changes nothing.
            throw OidcLoginException.unasked();
        }
        boolean remember = Boolean.TRUE.equals(question.getAttribute(OidcRedirectFilter.REMEMBER));
        OidcRememberMe.want(request, remember);
        OidcResponseToken answer = new OidcResponseToken(question, remember);
        answer.setDetails(authenticationDetailsSource.buildDetails(request));
        return getAuthenticationManager().authenticate(answer);
    }
}

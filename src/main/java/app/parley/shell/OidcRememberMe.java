package app.parley.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;

/**
 * Keeps logged in who wanted that before they left for the identity provider. Not whoever would have to set up a second
 * factor here: a browser's word alone does not bring them in.
 */
final class OidcRememberMe implements RememberMeServices {

    private static final String WANTED = OidcRememberMe.class.getName();

    private final RememberMeServices cookies;
    private final AgentUserDetails agents;

    OidcRememberMe(RememberMeServices cookies, AgentUserDetails agents) {
        this.cookies = cookies;
        this.agents = agents;
    }

    static void want(HttpServletRequest request, boolean remember) {
        request.setAttribute(WANTED, remember);
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    /** Whoever makes a browser come here with an answer of their own must not end what it keeps. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // Nothing changes.
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication in) {
        if (Boolean.TRUE.equals(request.getAttribute(WANTED))
                && in.getPrincipal() instanceof SignedInAgent agent
                && agents.mayBeRemembered(agent.agentId())) {
            cookies.loginSuccess(new Asking(request), response, in);
        }
    }

    /** As if the box were ticked here. */
    private static final class Asking extends HttpServletRequestWrapper {

        private Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(OidcRedirectFilter.REMEMBER) ? "on" : super.getParameter(name);
        }
    }
}

package app.parley.shell;

import app.parley.oidc.IdentityProvider;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who has come in by the identity provider takes leave there, too, where it offers that; else on a borrowed machine one
 * click would bring the next person in as them.
 */
final class OidcLogout implements LogoutHandler, LogoutSuccessHandler {

    private static final String TOKEN = OidcLogout.class.getName();

    private final IdentityProvider provider;
    private final RedirectStrategy redirects = new UidlRedirectStrategy();

    OidcLogout(IdentityProvider provider) {
        this.provider = provider;
    }

    /** What the provider said of them, to be shown when they leave. */
    static void keep(HttpServletRequest request, String idToken) {
        request.getSession().setAttribute(TOKEN, idToken);
    }

    /** Somebody begins to come in another way. */
    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(TOKEN);
    }

    /** Before the session is over, and with it what was kept. */
    @Override
    public void logout(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Authentication who) {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(TOKEN);
        if (token instanceof String kept) {
            request.setAttribute(TOKEN, kept);
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        String home = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        String target = Optional.ofNullable(request.getAttribute(TOKEN))
                .flatMap(token -> provider.leave(token.toString(), ourLogin(request)))
                .orElse(home);
        redirects.sendRedirect(request, response, target);
    }

    private static String ourLogin(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                .replacePath(request.getContextPath() + "/login")
                .replaceQuery(null)
                .build()
                .toUriString();
    }
}

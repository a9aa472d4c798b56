package app.parley.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away, before any password is looked at, who has tried too often. */
@Component
class ThrottledLogin extends OncePerRequestFilter {

    /** In the URL of the login page, which then says so. */
    static final String WAIT = "wait";

    private final LoginThrottle throttle;
    private final AuditedDoor audit;

    ThrottledLogin(LoginThrottle throttle, AuditedDoor audit) {
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String email = Objects.requireNonNullElse(request.getParameter("username"), "");
        // Codes are tried at whose password was right, whatever the form says.
        if (TwoSteps.isSecond(request)) {
            email = HalfIn.of(request).map(HalfIn::email).orElse(email);
        }
        if (throttle.refuses(email, request.getRemoteAddr())) {
            response.sendRedirect(request.getContextPath() + "/login?" + WAIT);
        } else {
            chain.doFilter(request, response);
        }
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent failure) {
        Authentication guess = failure.getAuthentication();
        if (guess.getDetails() instanceof WebAuthenticationDetails details) {
            throttle.failed(guess.getName(), details.getRemoteAddress());
            // Told once: from now on none of their tries gets this far.
            if (throttle.refuses(guess.getName(), details.getRemoteAddress())) {
                audit.throttled(guess.getName());
            }
        }
    }

    /** Of a password, not of a cookie that remembers one. */
    @EventListener
    void on(AuthenticationSuccessEvent success) {
        if (success.getAuthentication() instanceof UsernamePasswordAuthenticationToken in
                && in.getDetails() instanceof WebAuthenticationDetails details) {
            throttle.succeeded(in.getName(), details.getRemoteAddress());
        }
    }
}

package app.parley.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Turns away, before any password or code is looked at, who has tried too often. Stands behind the check of the form's
 * token: who forges forms may not use up somebody's tries. What a browser has kept is no try.
 */
final class ThrottledLogin implements AuthenticationManager {

    private final AuthenticationManager behind;
    private final LoginThrottle throttle;
    private final LoginAudit audit;

    ThrottledLogin(AuthenticationManager behind, LoginThrottle throttle, LoginAudit audit) {
        this.behind = behind;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication who) {
        return who instanceof UsernamePasswordAuthenticationToken ? form(who) : behind.authenticate(who);
    }

    private Authentication form(Authentication form) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String email = PasswordThenCode.emailOf(request, form);
        LoginThrottle.Try one =
                throttle.take(email, request.getRemoteAddr()).orElseThrow(() -> new TooManyAttemptsException());
        try {
            Authentication in = behind.authenticate(form);
            throttle.succeeded(one);
            return in;
        } catch (BadCredentialsException | AccountStatusException wrong) {
            if (one.last()) {
                audit.throttled(email); // Told once: from now on none of their tries gets this far.
            }
            throw wrong;
        } catch (RuntimeException nothingWrongWithIt) {
            throttle.giveBack(one);
            throw nothingWrongWithIt;
        }
    }
}

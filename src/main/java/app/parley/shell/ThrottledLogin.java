package app.parley.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Turns away, before any password or code is looked at, who has tried too often. Stands behind the check of the form's
 * token: who forges forms may not use up somebody's tries.
 */
final class ThrottledLogin implements AuthenticationProvider {

    private final TwoSteps steps;
    private final LoginThrottle throttle;
    private final AuditedDoor audit;

    ThrottledLogin(TwoSteps steps, LoginThrottle throttle, AuditedDoor audit) {
        this.steps = steps;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return steps.supports(kind);
    }

    @Override
    public Authentication authenticate(Authentication form) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String email = TwoSteps.emailOf(request, form);
        LoginThrottle.Try one = throttle.take(email, request.getRemoteAddr()).orElseThrow(() -> new TooManyTries());
        try {
            Authentication in = steps.authenticate(request, form);
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

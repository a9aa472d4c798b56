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
        return switch (who) {
            case UsernamePasswordAuthenticationToken _ -> form(who);
            case OidcResponseToken _ -> answer(who);
            default -> behind.authenticate(who);
        };
    }

    /** What a browser has brought from the identity provider. */
    private Authentication answer(Authentication answer) {
        LoginThrottle.Try one =
                throttle.take(request().getRemoteAddr()).orElseThrow(() -> new TooManyAttemptsException());
        try {
            Authentication in = behind.authenticate(answer);
            throttle.giveBack(one);
            return in;
        } catch (OidcLoginException refused) {
            if (!refused.isTheirs()) {
                throttle.giveBack(one);
            } else if (one.last()) {
                audit.throttled("");
            }
            throw refused;
        } catch (RuntimeException nothingWrongWithIt) {
            throttle.giveBack(one);
            throw nothingWrongWithIt;
        }
    }

    private Authentication form(Authentication form) {
        HttpServletRequest request = request();
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

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}

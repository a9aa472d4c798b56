package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Team;
import app.parley.team.TeamRefusedException;
import app.parley.team.TwoFactor;
import app.parley.team.TwoFactor.Need;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The login form's answer: whose password is right is logged in, or asked for a code by a second form. That one is
 * posted to the same place, so that everything a login brings (a new session id, being remembered, throttling, the list
 * of sessions) is done in one place, and only when somebody is really logged in. No bean: the one chain that logs people in has
 * it, and nothing else.
 */
final class PasswordThenCode implements AuthenticationProvider {

    /** In the second form; the code stands where the first has the password. */
    static final String STEP = "step";

    static final String CODE = "code";

    private final DaoAuthenticationProvider first;
    private final TwoFactor second;
    private final Team team;
    private final CodeRequest codes;
    private final OidcIntroductions introductions;
    private final Clock clock;

    PasswordThenCode(
            AgentUserDetails agents,
            PasswordEncoder passwords,
            TwoFactor second,
            Team team,
            CodeRequest codes,
            OidcIntroductions introductions,
            Clock clock) {
        this.first = new DaoAuthenticationProvider(agents);
        this.first.setPasswordEncoder(passwords);
        this.second = second;
        this.team = team;
        this.codes = codes;
        this.introductions = introductions;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication form) {
        HttpServletRequest request = request();
        return isSecond(request) ? code(request, form) : password(request, form);
    }

    /** Whose tries these are: codes are tried at whose password was right, whatever the form says. */
    static String emailOf(HttpServletRequest request, Authentication form) {
        return isSecond(request)
                ? PendingLogin.of(request).map(PendingLogin::email).orElse(form.getName())
                : form.getName();
    }

    private static boolean isSecond(HttpServletRequest request) {
        return CODE.equals(request.getParameter(STEP));
    }

    private Authentication password(HttpServletRequest request, Authentication form) {
        PendingLogin.forget(request);
        OidcLogout.forget(request);
        Authentication in = first.authenticate(form);
        if (!(in.getPrincipal() instanceof SignedInAgent agent)) {
            throw new BadCredentialsException("Not one of our agents");
        }
        Need need = codes.need(agent);
        if (need == Need.NOTHING) {
            return in;
        }
        throw codes.in(request, agent, Optional.empty(), need, request.getParameter("remember-me") != null);
    }

    private Authentication code(HttpServletRequest request, Authentication form) {
        PendingLogin half = PendingLogin.of(request).orElseThrow(() -> new CodeRequiredException());
        Optional<Agent> now = team.byId(half.agent().agentId());
        if (!half.isGoodAt(clock.instant(), now) || !half.email().equals(form.getName()) || !half.mayTry()) {
            PendingLogin.forget(request);
            throw new CodeRequiredException();
        }
        if (!isRight(request, half, String.valueOf(form.getCredentials()))) {
            if (half.hasTriedAll()) {
                PendingLogin.forget(request);
            }
            throw new BadCredentialsException("Wrong code");
        }
        PendingLogin.forget(request);
        half.identity().ifPresent(identity -> introductions.comesIn(identity, now.orElseThrow()));
        SignedInAgent agent = new SignedInAgent(now.orElseThrow());
        var in = UsernamePasswordAuthenticationToken.authenticated(agent, null, agent.getAuthorities());
        in.setDetails(form.getDetails());
        return in;
    }

    private boolean isRight(HttpServletRequest request, PendingLogin half, String typed) {
        AgentId agent = half.agent().agentId();
        if (half.enrolment().isEmpty()) {
            return second.accepts(agent, typed);
        }
        try {
            NewRecoveryCodes.keep(
                    request, second.confirm(agent, half.enrolment().get(), typed));
            return true;
        } catch (TeamRefusedException e) {
            return false;
        }
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}

package app.parley.shell;

import app.parley.team.Enrolment;
import app.parley.team.ExternalIdentity;
import app.parley.team.TwoFactor;
import app.parley.team.TwoFactor.Need;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets whoever has given one proof of who they are half in, and asks for the code by another form. */
final class CodeRequest {

    private final TwoFactor second;
    private final LoginAudit audit;
    private final Clock clock;

    CodeRequest(TwoFactor second, LoginAudit audit, Clock clock) {
        this.second = second;
        this.audit = audit;
        this.clock = clock;
    }

    Need need(SignedInAgent agent) {
        return second.need(agent.agentId());
    }

    /**
     * @param identity by which their provider has introduced them, if not a password
     * @return to be thrown
     */
    CodeRequiredException in(
            HttpServletRequest request,
            SignedInAgent agent,
            Optional<ExternalIdentity> identity,
            Need need,
            boolean remember) {
        agent.eraseCredentials();
        request.getSession();
        request.changeSessionId();
        Optional<Enrolment> enrolment =
                need == Need.SETUP ? Optional.of(second.begin(agent.agentId())) : Optional.empty();
        PendingLogin.keep(
                request, new PendingLogin(agent, identity, enrolment, remember, clock.instant(), new AtomicInteger()));
        audit.codeRequired(agent.agentId());
        return new CodeRequiredException();
    }
}

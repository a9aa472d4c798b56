package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.Enrolment;
import app.parley.team.ExternalIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody whose password was right, or whom their provider has introduced, and whose code is still wanted. Kept in their session; they are nobody yet.
 *
 * @param identity by which their provider has introduced them, if not a password; they are linked once they are in
 * @param enrolment what their phone is to be told, when they have no second factor yet; good for this login only
 * @param remember whether they want to stay logged in
 * @param tries how many codes were looked at
 */
record PendingLogin(
        SignedInAgent agent,
        Optional<ExternalIdentity> identity,
        Optional<Enrolment> enrolment,
        boolean remember,
        Instant since,
        AtomicInteger tries) {

    static final int MOST_WRONG = 5;

    static final String NAME = PendingLogin.class.getName();
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<PendingLogin> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : of(session.getAttribute(NAME));
    }

    static Optional<PendingLogin> of(Object kept) {
        return kept instanceof PendingLogin half ? Optional.of(half) : Optional.empty();
    }

    String email() {
        return agent.getUsername();
    }

    boolean isGoodAt(Instant now, Optional<Agent> agentNow) {
        return now.isBefore(since.plus(WITHIN)) && agent.mayStay(agentNow);
    }

    /** Asked before a code is looked at, however many are typed at the same time. */
    boolean mayTry() {
        return tries.incrementAndGet() <= MOST_WRONG;
    }

    /** After some wrong codes the password is wanted anew. */
    boolean hasTriedAll() {
        return tries.get() >= MOST_WRONG;
    }

    static void keep(HttpServletRequest request, PendingLogin half) {
        request.getSession().setAttribute(NAME, half);
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(NAME);
    }
}

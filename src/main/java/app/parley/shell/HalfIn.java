package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.TwoFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and whose code is still wanted. Kept in their session; they are nobody yet.
 *
 * @param remember whether they want to stay logged in
 * @param wrong how many codes were
 */
record HalfIn(SignedInAgent agent, TwoFactor.Need need, boolean remember, Instant since, int wrong) {

    static final int MOST_WRONG = 5;

    private static final String NAME = HalfIn.class.getName();
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<HalfIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : of(session.getAttribute(NAME));
    }

    static Optional<HalfIn> of(Object kept) {
        return kept instanceof HalfIn half ? Optional.of(half) : Optional.empty();
    }

    static String name() {
        return NAME;
    }

    String email() {
        return agent.getUsername();
    }

    boolean isGoodAt(Instant now, Optional<Agent> agentNow) {
        return now.isBefore(since.plus(WITHIN)) && agent.mayStay(agentNow);
    }

    /** One more wrong code; after some of them the password is wanted anew. */
    Optional<HalfIn> wrongAgain() {
        return wrong + 1 < MOST_WRONG
                ? Optional.of(new HalfIn(agent, need, remember, since, wrong + 1))
                : Optional.empty();
    }

    static void keep(HttpServletRequest request, Optional<HalfIn> half) {
        request.getSession().setAttribute(NAME, half.orElse(null));
    }
}

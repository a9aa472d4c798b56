package app.parley.shell;

import app.parley.shell.LoginThrottle.Try;
import app.parley.team.Agent;
import app.parley.team.ExternalIdentities;
import app.parley.team.TeamRefusal;
import app.parley.team.TeamRefusedException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks who is logged in for their password or a code again, so that a borrowed screen is not enough. Wrong ones count
 * like those at the login, and are written down.
 */
@Component
class Reauthentication {

    private static final Set<TeamRefusal> WRONG = EnumSet.of(TeamRefusal.WRONG_PASSWORD, TeamRefusal.CODE);

    private final LoginThrottle throttle;
    private final LoginAudit audit;
    private final ExternalIdentities identities;

    Reauthentication(LoginThrottle throttle, LoginAudit audit, ExternalIdentities identities) {
        this.throttle = throttle;
        this.audit = audit;
        this.identities = identities;
    }

    /** @return the key of what stood in the way; empty when it is done */
    Optional<String> proven(Agent me, String address, Runnable act) {
        Optional<Try> taken = throttle.take(me.email(), address);
        if (taken.isEmpty()) {
            return Optional.of("login.wait");
        }
        try {
            act.run();
        } catch (TeamRefusedException e) {
            if (WRONG.contains(e.refusal())) {
                wrong(me, taken.get());
            } else {
                throttle.giveBack(taken.get());
            }
            return Optional.of(
                    e.refusal() == TeamRefusal.WRONG_PASSWORD && mayHaveNoPassword(me)
                            ? "profile.password.none.wrong"
                            : "team.refused." + e.refusal());
        }
        throttle.giveBack(taken.get());
        return Optional.empty();
    }

    /** Of who comes in by an identity provider it is not known whether they have ever chosen one. */
    boolean mayHaveNoPassword(Agent me) {
        return identities.isKnown(me);
    }

    private void wrong(Agent me, Try one) {
        audit.proofRefused(me.requireId());
        if (one.last()) {
            audit.throttled(me.email());
        }
    }
}

package app.parley.oidc;

import app.parley.foundation.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of trouble with the provider: not once for everybody who meets it, and of its end, too. */
final class FailureLog {

    static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    private final Clock clock;
    private final Map<OidcFailure, Instant> said = new EnumMap<>(OidcFailure.class);

    FailureLog(Clock clock) {
        this.clock = clock;
    }

    /** Each kind of trouble once, and again when it lasts. */
    synchronized void failed(OidcException e) {
        Instant now = clock.instant();
        Instant before = said.get(e.trouble());
        if (before == null || !now.isBefore(before.plus(SILENCE))) {
            said.put(e.trouble(), now);
            log.warn(
                    "Nobody is let in by OpenID Connect: {} {} {}",
                    e.trouble(),
                    FailureClassifier.code(e),
                    Trouble.in(e));
        }
    }

    /** Somebody was introduced: trouble of the provider's own is over. */
    synchronized void worked() {
        boolean wasAway = said.remove(OidcFailure.AWAY) != null;
        boolean wasMisfit = said.remove(OidcFailure.MISFIT) != null;
        if (wasAway || wasMisfit) {
            log.info("People are let in by OpenID Connect again");
        }
    }
}

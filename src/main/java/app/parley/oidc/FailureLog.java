package app.parley.oidc;

import app.parley.foundation.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of trouble with the provider: not once for everybody who meets it, and of its end, too. */
final class FailureLog {

    static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    private final Clock clock;
    private final Map<Kind, Instant> said = new HashMap<>();

    /** What one browser brought says nothing of the provider, and must not silence what does. */
    private record Kind(OidcFailure trouble, boolean isOurs) {}

    FailureLog(Clock clock) {
        this.clock = clock;
    }

    /** Each kind of trouble once, and again when it lasts. */
    synchronized void failed(OidcException e) {
        Instant now = clock.instant();
        Kind kind = new Kind(e.trouble(), e.isOurs());
        Instant before = said.get(kind);
        if (before == null || !now.isBefore(before.plus(SILENCE))) {
            said.put(kind, now);
            log.warn(
                    "{} let in by OpenID Connect: {} {} {}",
                    kind.isOurs() ? "Nobody is" : "Somebody was not",
                    e.trouble(),
                    FailureClassifier.code(e),
                    Trouble.in(e));
        }
    }

    /** Somebody was introduced: trouble of the provider's own is over. */
    synchronized void worked() {
        boolean wasAway = said.remove(new Kind(OidcFailure.AWAY, true)) != null;
        boolean wasMisfit = said.remove(new Kind(OidcFailure.MISFIT, true)) != null;
        if (wasAway || wasMisfit) {
            log.info("People are let in by OpenID Connect again");
        }
    }
}

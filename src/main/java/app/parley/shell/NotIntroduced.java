package app.parley.shell;

import app.parley.oidc.OidcTrouble;
import app.parley.team.Strangeness;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.AuthenticationException;

/** The identity provider's word brings nobody in. */
final class NotIntroduced extends AuthenticationException {

    private static final Set<OidcTrouble> NOT_THEIRS = EnumSet.of(OidcTrouble.AWAY, OidcTrouble.MISFIT);

    private final String reason;
    private final boolean theirs;

    NotIntroduced(OidcTrouble trouble) {
        super(trouble.name());
        this.reason = trouble.name();
        this.theirs = !NOT_THEIRS.contains(trouble);
    }

    NotIntroduced(Strangeness strangeness) {
        super(strangeness.name());
        this.reason = strangeness.name();
        this.theirs = true;
    }

    /** Its sentence is {@code login.oidc.<reason>}. */
    String reason() {
        return reason;
    }

    /** Whether it counts as a wrong try of who came. */
    boolean isTheirs() {
        return theirs;
    }
}

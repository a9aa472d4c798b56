package app.parley.shell;

import app.parley.oidc.OidcFailure;
import app.parley.team.IdentityRefusal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.AuthenticationException;

/** The identity provider's word brings nobody in. */
final class OidcLoginException extends AuthenticationException {

    private static final Set<OidcFailure> NOT_THEIRS = EnumSet.of(OidcFailure.AWAY, OidcFailure.MISFIT);

    private final String reason;
    private final boolean theirs;

    OidcLoginException(OidcFailure trouble) {
        super(trouble.name());
        this.reason = trouble.name();
        this.theirs = !NOT_THEIRS.contains(trouble);
    }

    OidcLoginException(IdentityRefusal strangeness) {
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

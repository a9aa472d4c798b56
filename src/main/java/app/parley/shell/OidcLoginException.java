package app.parley.shell;

import app.parley.oidc.OidcException;
import app.parley.oidc.OidcFailure;
import app.parley.team.IdentityRefusal;
import org.springframework.security.core.AuthenticationException;

/** The identity provider's word brings nobody in. */
final class OidcLoginException extends AuthenticationException {

    private final String reason;
    private final boolean theirs;

    OidcLoginException(OidcException failure) {
        this(failure.trouble().name(), !failure.isOurs());
    }

    OidcLoginException(IdentityRefusal strangeness) {
        this(strangeness.name(), true);
    }

    private OidcLoginException(String reason, boolean theirs) {
        super(reason);
        this.reason = reason;
        this.theirs = theirs;
    }

    /** An answer to nothing that this browser was sent to ask: whoever makes it up can guess nothing by it. */
    static OidcLoginException unasked() {
        return new OidcLoginException(OidcFailure.STALE.name(), false);
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

package app.parley.shell;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and now a code is wanted. No failure: it is neither counted nor written down as one. */
final class CodeRequiredException extends AuthenticationException {

    CodeRequiredException() {
        super("A code is wanted, too");
    }
}

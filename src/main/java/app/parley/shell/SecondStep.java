package app.parley.shell;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and now a code is wanted. No failure: it is neither counted nor written down as one. */
final class SecondStep extends AuthenticationException {

    SecondStep() {
        super("A code is wanted, too");
    }
}

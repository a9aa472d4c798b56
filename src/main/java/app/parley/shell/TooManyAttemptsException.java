package app.parley.shell;

import org.springframework.security.core.AuthenticationException;

/** Nobody looked at what they typed. */
final class TooManyAttemptsException extends AuthenticationException {

    TooManyAttemptsException() {
        super("Too many wrong tries");
    }
}

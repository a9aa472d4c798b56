package app.parley.shell;

import org.springframework.security.core.AuthenticationException;

/** Nobody looked at what they typed. */
final class TooManyTries extends AuthenticationException {

    TooManyTries() {
        super("Too many wrong tries");
    }
}

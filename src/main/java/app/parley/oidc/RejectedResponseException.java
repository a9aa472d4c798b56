package app.parley.oidc;

import java.io.IOException;

/** An answer came that we do not take, or would have to be fetched where we do not go. */
final class RejectedResponseException extends IOException {

    RejectedResponseException(String what) {
        super(what);
    }
}

package app.parley.oidc;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;

/** What a failed answer means for who waits on the login page, and for who set it up. */
final class FailureClassifier {

    private static final Set<String> NOT_OURS =
            Set.of("invalid_client", "unauthorized_client", "redirect_uri_mismatch");
    private static final Set<String> LATER = Set.of("temporarily_unavailable", "server_error");

    private FailureClassifier() {}

    /** Of what the browser brought from the provider. */
    static OidcFailure ofAnswer(String error) {
        if (LATER.contains(error)) {
            return OidcFailure.AWAY;
        }
        return NOT_OURS.contains(error) || error.startsWith("invalid_") ? OidcFailure.MISFIT : OidcFailure.DECLINED;
    }

    /** Of what the provider told us. */
    static OidcFailure of(RuntimeException failure) {
        String error = code(failure);
        if (NOT_OURS.contains(error)
                || causes(failure).anyMatch(HttpClientErrorException.Unauthorized.class::isInstance)) {
            return OidcFailure.MISFIT;
        }
        if (error.equals("invalid_grant")) {
            return OidcFailure.STALE;
        }
        return isAway(failure) ? OidcFailure.AWAY : OidcFailure.UNTRUSTED;
    }

    /** The provider's word for it, fit for a log; empty when it has none. */
    static String code(Throwable failure) {
        return causes(failure)
                .map(cause -> switch (cause) {
                    case OAuth2AuthenticationException e -> e.getError();
                    case OAuth2AuthorizationException e -> e.getError();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .map(OAuth2Error::getErrorCode)
                .filter(code -> code.matches("[a-z_]{1,60}"))
                .reduce((outer, inner) -> inner)
                .orElse("");
    }

    private static boolean isAway(Throwable failure) {
        return causes(failure).noneMatch(RejectedResponseException.class::isInstance)
                && causes(failure).anyMatch(IOException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

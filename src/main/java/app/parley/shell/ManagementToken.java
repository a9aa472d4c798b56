package app.parley.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a monitor in that sends {@code parley.management-token} as its bearer token. Without a token set, nobody. */
@Component
class ManagementToken implements AuthorizationManager<RequestAuthorizationContext> {

    private final String token;

    ManagementToken(@Value("${parley.management-token:}") String token) {
        this.token = token;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(!token.isBlank() && isSentBy(context.getRequest()));
    }

    private boolean isSentBy(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && MessageDigest.isEqual(bytes(header), bytes("Bearer " + token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

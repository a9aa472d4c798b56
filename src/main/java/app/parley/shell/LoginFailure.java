package app.parley.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Leads who is not in yet to the page that says what is wanted. */
final class LoginFailure extends SimpleUrlAuthenticationFailureHandler {

    LoginFailure() {
        super("/login?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof TooManyAttemptsException) {
            getRedirectStrategy().sendRedirect(request, response, "/login?" + LoginView.WAIT);
        } else if (failure instanceof OidcLoginException refused) {
            getRedirectStrategy()
                    .sendRedirect(request, response, "/login?" + LoginView.NOT_INTRODUCED + "=" + refused.reason());
        } else if (PendingLogin.of(request).isPresent()) {
            String end = failure instanceof CodeRequiredException ? "" : "?error";
            getRedirectStrategy().sendRedirect(request, response, "/" + CodeView.PATH + end);
        } else if (failure instanceof CodeRequiredException) {
            getRedirectStrategy().sendRedirect(request, response, "/login");
        } else {
            super.onAuthenticationFailure(request, response, failure);
        }
    }
}

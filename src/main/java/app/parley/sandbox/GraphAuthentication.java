package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in who bears the account's token, and says which version of the API answers. */
@SandboxComponent
final class GraphAuthentication implements HandlerInterceptor, WebMvcConfigurer {

    private final SandboxSettings settings;
    private final AccountState state;
    private final Clock clock;

    GraphAuthentication(SandboxSettings settings, AccountState state, Clock clock) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sandbox/graph/**", "/sandbox/control/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("facebook-api-version", settings.graphVersion());
        response.setDateHeader("Date", clock.instant().plus(state.clock()).toEpochMilli());
        byte[] expected = ("Bearer " + settings.accessToken()).getBytes(StandardCharsets.UTF_8);
        String header = request.getHeader("Authorization");
        byte[] given = header == null ? new byte[0] : header.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw GraphError.badToken();
        }
        boolean graph = request.getRequestURI().contains("/sandbox/graph/");
        if (graph && state.isExpired()) {
            throw GraphError.expiredToken();
        }
        if (graph && state.isRevoked()) {
            throw GraphError.badToken();
        }
        return true;
    }
}

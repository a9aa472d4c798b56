package app.parley.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends here with our agent's cookies. A browser lets any page open a WebSocket to
 * any host, cookies included, so the push connection needs this check; forms and Vaadin's own requests get it too.
 */
final class OriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (origin == null || isOurs(origin, request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            boolean asSeen = request.getServerName().equalsIgnoreCase(uri.getHost())
                    && port(uri.getPort()) == port(request.getServerPort());
            // A proxy on another port than 443 may not say so; it hands the browser's own word on.
            return asSeen || String.valueOf(uri.getAuthority()).equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Behind a proxy that ends TLS we see port 80 where the browser sees 443: both are "none given". */
    private static int port(int port) {
        return port == 80 || port == 443 ? -1 : port;
    }
}

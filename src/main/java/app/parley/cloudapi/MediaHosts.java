package app.parley.cloudapi;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where a file may be fetched from, and so the token be shown (contract section 5): Meta's own hosts by https, and the
 * configured Graph base, scheme, host and port. Nothing else is even connected to.
 */
final class MediaHosts {

    private static final List<String> DOMAINS = List.of(".fbsbx.com", ".facebook.com", ".whatsapp.net");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final URI base;

    MediaHosts(URI base) {
        this.base = base;
    }

    boolean allow(URI url) {
        // Without a host there is no telling where it leads; with a user in it, it only pretends to lead to Meta.
        if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        return isBase(url) || isMetas(url);
    }

    private boolean isBase(URI url) {
        return url.getScheme().equalsIgnoreCase(base.getScheme())
                && url.getHost().equalsIgnoreCase(base.getHost())
                && port(url) == port(base);
    }

    private static boolean isMetas(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return url.getScheme().equalsIgnoreCase("https")
                && port(url) == HTTPS
                && DOMAINS.stream().anyMatch(host::endsWith);
    }

    private static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}

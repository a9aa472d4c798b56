package app.parley.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where we go on an identity provider's word: to the issuer itself, wherever the settings say it is, else by https and
 * into the internet only. What it describes could otherwise send us to any machine that trusts this one.
 *
 * <p>The JDK's client looks a name up again when it connects, and cannot be told the address. A name that has changed
 * its mind in between leads to a machine that has to prove by a certificate that it has that name: until it does, it
 * hears nothing from us, and one inside cannot.
 */
final class AllowedHosts {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final URI issuer;
    private final Names names;

    /** Names of hosts, as the system resolves them. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    AllowedHosts(URI issuer, Names names) {
        this.issuer = issuer;
        this.names = names;
    }

    /** @throws UnknownHostException when its name leads nowhere */
    boolean allow(URI url) throws UnknownHostException {
        return allowForBrowsers(url) && (isIssuers(url) || isPublic(url.getHost()));
    }

    /** A browser goes by itself, from where it is: it only matters that nobody listens on the way. */
    boolean allowForBrowsers(URI url) {
        // Without a host there is no telling where it leads; with a user in it, it only pretends to lead there.
        if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        return isIssuers(url) || scheme(url).equals("https");
    }

    private boolean isIssuers(URI url) {
        return scheme(url).equals(scheme(issuer))
                && url.getHost().equalsIgnoreCase(issuer.getHost())
                && port(url) == port(issuer);
    }

    private boolean isPublic(String host) throws UnknownHostException {
        return Arrays.stream(names.of(host)).allMatch(PublicAddress::is);
    }

    private static String scheme(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return scheme(url).equals("https") ? HTTPS : HTTP;
    }
}

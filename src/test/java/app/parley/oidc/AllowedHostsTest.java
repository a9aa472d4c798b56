package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Where an identity provider's description could send us: every address of a list, in every place we go to. */
class AllowedHostsTest {

    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "127.0.0.2",
            "127.1",
            "127.255.255.254",
            "2130706433",
            "0.0.0.0",
            "0",
            "0.1.2.3",
            "localhost",
            "LOCALHOST",
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.20.10.1",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.255.1",
            "169.254.169.254",
            "169.254.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "100.100.100.200",
            "192.0.0.1",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[0:0:0:0:0:ffff:a9fe:a9fe]",
            "[fe80::1]",
            "[fec0::1]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[fdff:ffff::1]",
            "[ff02::1]",
            "[ff0e::1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::1]",
            "[100::1]",
            "[2001::1]",
            "[2001:db8::1]",
            "[2001:10::1]",
            "[2002:7f00:1::1]",
            "[2002:c0a8:1::]",
            "[3fff::1]",
            "[4000::1]",
            "inside.example",
            "metadata.example",
            "mixed.example",
            "six.example",
            "mapped.example",
            "nowhere.example");

    /** What somebody has put into a name service of theirs. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "inside.example", List.of("192.168.1.10"),
            "metadata.example", List.of("169.254.169.254"),
            "mixed.example", List.of("93.184.215.14", "10.0.0.1"),
            "six.example", List.of("fd00::1"),
            "mapped.example", List.of("::ffff:127.0.0.1"),
            "login.example", List.of("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"));

    @Test
    void noAddressOfTheListIsReachedWhicheverPlaceItIsDescribedIn() throws IOException {
        int tried = 0;
        try (FakeIdentityProvider provider = new FakeIdentityProvider();
                ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Reached reached = new Reached(provider.url());
            List<String> addresses = HOSTS.stream()
                    .flatMap(host -> Stream.of(
                            "https://" + host + "/x",
                            "https://" + host + ":" + trap.getLocalPort() + "/x",
                            "http://" + host + ":" + trap.getLocalPort() + "/x"))
                    .toList();
            for (String endpoint : List.of("token_endpoint", "jwks_uri", "userinfo_endpoint")) {
                for (String address : addresses) {
                    tried++;
                    provider.reset();
                    provider.describes(endpoint, address);
                    provider.says(claims -> claims.subject("ben")); // So that the userinfo endpoint is needed, too.
                    assertThat(comesIn(provider, reached))
                            .as(endpoint + " " + address)
                            .isFalse();
                }
            }
            for (String path : List.of("/.well-known/openid-configuration", "/token", "/keys", "/userinfo")) {
                for (int status : List.of(301, 302, 303, 307, 308)) {
                    tried++;
                    provider.reset();
                    provider.says(claims -> claims.subject("ben"));
                    provider.answers(path, exchange -> {
                        exchange.getResponseHeaders()
                                .set("Location", "http://127.0.0.1:" + trap.getLocalPort() + "/inside");
                        exchange.sendResponseHeaders(status, -1);
                        exchange.close();
                    });
                    assertThat(comesIn(provider, reached))
                            .as(path + " " + status)
                            .isFalse();
                }
            }
            trap.setSoTimeout(1);
            assertThat(reached.elsewhere).isEmpty();
            assertThat(isKnockedAt(trap)).isFalse();
        }
        assertThat(HOSTS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        System.out.println("Of " + HOSTS.size() + " hosts, tried " + tried + " times, 0 were reached.");
    }

    /** What the test above would see, if we went there. */
    @Test
    void anAddressOfTheInternetIsGoneTo() {
        try (FakeIdentityProvider provider = new FakeIdentityProvider()) {
            Reached reached = new Reached(provider.url());
            provider.describes("token_endpoint", "https://login.example/token");
            assertThat(comesIn(provider, reached)).isFalse();
            assertThat(reached.elsewhere).containsExactly(URI.create("https://login.example/token"));
        }
    }

    private static boolean comesIn(FakeIdentityProvider provider, Reached reached) {
        IdentityProvider us = new IdentityProvider(
                new OidcProperties(provider.url(), FakeIdentityProvider.CLIENT, FakeIdentityProvider.SECRET, ""),
                new MutableClock(),
                Duration.ofSeconds(5),
                AllowedHostsTest::addresses,
                reached);
        try {
            OAuth2AuthorizationRequest question = us.question(new MockHttpServletRequest("GET", "/login/oidc"));
            String back = provider.signsIn(question.getAuthorizationRequestUri());
            MockHttpServletRequest answer = new MockHttpServletRequest("GET", "/login/oidc/code");
            answer.setParameter("code", back.replaceAll(".*\\?code=([^&]*)&.*", "$1"));
            answer.setParameter("state", String.valueOf(question.getState()));
            us.introduced(question, answer);
            return true;
        } catch (OidcException e) {
            return false;
        }
    }

    private static InetAddress[] addresses(String host) throws UnknownHostException {
        List<String> known = NAMES.get(host);
        if (known != null) {
            InetAddress[] all = new InetAddress[known.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(known.get(i));
            }
            return all;
        }
        boolean isOfThisMachine = host.matches("[\\[\\]0-9a-fA-F:.]+") || host.equalsIgnoreCase("localhost");
        if (!isOfThisMachine) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    private static boolean isKnockedAt(ServerSocket trap) throws IOException {
        try {
            trap.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Is asked for the way before each connection; what is not the provider's it leads to a closed door. */
    private static final class Reached extends ProxySelector {

        private final String provider;
        private final List<URI> elsewhere = new CopyOnWriteArrayList<>();

        private Reached(String provider) {
            this.provider = provider;
        }

        @Override
        public List<Proxy> select(URI uri) {
            if (uri.toString().startsWith(provider)) {
                return List.of(Proxy.NO_PROXY);
            }
            elsewhere.add(uri);
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // As it should.
        }
    }
}

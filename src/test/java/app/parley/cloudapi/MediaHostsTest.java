package app.parley.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token may go, and where it must not. */
class MediaHostsTest {

    private final MediaHosts hosts = new MediaHosts(URI.create("http://localhost:8080/sandbox/graph"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=a",
                "https://LOOKASIDE.FBSBX.COM/x",
                "https://lookaside.fbsbx.com:443/x",
                "https://mmg.whatsapp.net/d/f/x",
                "https://graph.facebook.com/v26.0/1",
                "http://localhost:8080/sandbox/graph/attachments?mid=1",
                "HTTP://LOCALHOST:8080/x"
            })
    void metasHostsAndTheConfiguredBase(String url) {
        assertThat(hosts.allow(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://lookaside.fbsbx.com:443@evil.example/x",
                "https://user@lookaside.fbsbx.com/x",
                "https://fbsbx.com.evil.example/x",
                "https://evilfbsbx.com/x",
                "https://fbsbx.com/x",
                "https://lookaside.fbsbx.com./x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://lookaside.fbsbx.com:80/x",
                "http://lookaside.fbsbx.com/x",
                "ftp://lookaside.fbsbx.com/x",
                "https://evil.example/lookaside.fbsbx.com",
                "https://evil.example#.fbsbx.com",
                "https://evil.example?.fbsbx.com",
                "https://fbsbx_.fbsbx.com/x",
                "http://localhost:8081/x",
                "http://localhost/x",
                "https://localhost:8080/x",
                "http://127.0.0.1:8080/x",
                "http://[::1]:8080/x",
                "http://2130706433/x",
                "http://0x7f.1/x",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/x",
                "http://192.168.0.1/x",
                "http://[fe80::1]/x",
                "http://[::ffff:169.254.169.254]/x",
                "http://metadata.google.internal/x",
                "file:///etc/passwd",
                "file:/etc/passwd",
                "jar:https://lookaside.fbsbx.com/x!/y",
                "gopher://lookaside.fbsbx.com/x",
                "data:text/plain,x",
                "//lookaside.fbsbx.com/x",
                "/relative",
                ""
            })
    void nowhereElse(String url) {
        assertThat(hosts.allow(URI.create(url))).isFalse();
    }
}

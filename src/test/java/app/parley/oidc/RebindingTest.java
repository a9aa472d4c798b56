package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that leads to the internet when it is checked, and to a machine inside when it is gone to. */
class RebindingTest extends AtTheProvider {

    private static final int LONGEST_MILLIS = 20_000;

    @TempDir
    Path directory;

    @Test
    void aMachineInsideThatCannotProveTheNameHearsNothingFromUs() throws Exception {
        TestCertificate itsOwn = TestCertificate.of("inside.example", directory);
        try (ServerSocket inside = itsOwn.shown()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            inside.setSoTimeout(LONGEST_MILLIS);
            Future<Integer> heard = threads.submit(() -> firstByte(inside));
            us = new IdentityProvider(
                    new OidcProperties(PROVIDER.url(), FakeIdentityProvider.CLIENT, FakeIdentityProvider.SECRET, ""),
                    CLOCK,
                    Duration.ofSeconds(10),
                    _ -> new InetAddress[] {InetAddress.getByName("93.184.215.14")},
                    null);
            PROVIDER.describes("token_endpoint", "https://localhost:" + inside.getLocalPort() + "/token");
            assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.AWAY);
            assertThat(heard.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(-1);
        }
    }

    /** @return -1 when it was hung up on before anything was said */
    private static int firstByte(ServerSocket inside) throws IOException {
        try (Socket caller = inside.accept()) {
            caller.setSoTimeout(LONGEST_MILLIS);
            return caller.getInputStream().read();
        } catch (SSLException e) {
            return -1;
        }
    }
}

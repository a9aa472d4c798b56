package app.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import app.parley.RunningApplication;
import app.parley.SignedWebhook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The webhook endpoint over a real socket: what is too large, too slow, packed or badly signed. */
@RunningApplication
class EndpointIT {

    private static final String SECRET = "sandbox-app-secret";
    private static final int LARGEST = 3_145_728;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Socket> slow = new ArrayList<>();

    @LocalServerPort
    int port;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        client.close();
    }

    @Test
    void threeMegabytesAreTakenAndOneByteMoreIsNot() throws Exception {
        assertThat(post(padded(LARGEST))).isEqualTo(200);
        assertThat(post(padded(LARGEST + 1))).isEqualTo(413);
    }

    @Test
    void theSameHoldsWithoutALengthInChunks() throws Exception {
        assertThat(postChunked(padded(LARGEST))).isEqualTo(200);
        assertThat(postChunked(padded(LARGEST + 1))).isEqualTo(413);
        assertThat(postChunked(padded(2_000))).isEqualTo(200);
    }

    @Test
    void aPackedBodyIsNotUnpackedHoweverItIsSigned() throws Exception {
        byte[] body = padded(2_000);
        byte[] packed = gzip(body);
        assertThat(send(request(packed, SignedWebhook.signature(packed, SECRET)).header("Content-Encoding", "gzip")))
                .isEqualTo(415);
        assertThat(send(request(packed, SignedWebhook.signature(body, SECRET)).header("Content-Encoding", "gzip")))
                .isEqualTo(415);
    }

    @Test
    void aMissingOrMalformedSignatureIsTurnedAway() throws Exception {
        byte[] body = padded(500);
        String right = SignedWebhook.signature(body, SECRET);
        assertThat(send(HttpRequest.newBuilder(address()).POST(HttpRequest.BodyPublishers.ofByteArray(body))))
                .isEqualTo(401);
        for (String header : List.of(
                "sha256=",
                "sha256",
                right.substring(0, right.length() - 1),
                right + "0",
                "sha256=" + "g".repeat(64),
                "sha1=" + right.substring(7),
                SignedWebhook.signature(body, "another secret"))) {
            assertThat(send(request(body, header))).as(header).isEqualTo(401);
        }
        assertThat(rawStatus(body, "sha256=\u00e9\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(401);
        assertThat(rawStatus(body, ("sha256=" + "\u00e9".repeat(64)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(401);
    }

    @Test
    void aBodyWhoseEscapesAProxyDecodedIsTakenAndOneThatWasChangedIsNot() throws Exception {
        String escaped = text("Jos\\u00e9 \\ud83d\\ude00");
        String decoded = text("Jos\u00e9 \ud83d\ude00");
        String signature = SignedWebhook.signature(escaped.getBytes(StandardCharsets.UTF_8), SECRET);
        assertThat(send(request(decoded.getBytes(StandardCharsets.UTF_8), signature)))
                .isEqualTo(200);
        assertThat(send(request(decoded.replace("Jos\u00e9", "Jos\u00e8").getBytes(StandardCharsets.UTF_8), signature)))
                .isEqualTo(401);
    }

    @Test
    void twoHundredSendersWhoTrickleDoNotHoldUpTheOthers() throws Exception {
        for (int i = 0; i < 200; i++) {
            slow.add(trickle());
        }
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            assertThat(post(padded(1_000))).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - start));
            if (i % 10 == 0) {
                slow.forEach(EndpointIT::oneByteMore);
            }
        }
        times.sort(null);
        assertThat(times.get(times.size() / 2)).isLessThan(Duration.ofMillis(500));
        assertThat(times.getLast()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whoTricklesForHalfAMinuteIsToldSoAndHungUpOn() throws Exception {
        Socket socket = trickle();
        slow.add(socket);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> bytes = clock.scheduleAtFixedRate(() -> oneByteMore(socket), 1, 1, TimeUnit.SECONDS);
            socket.setSoTimeout(60_000);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408");
            bytes.cancel(true);
        }
    }

    /** One who promises a body and sends a byte of it. */
    private Socket trickle() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-Hub-Signature-256: sha256="
                        + "0".repeat(64) + "\r\nContent-Length: 100000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void oneByteMore(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException e) {
            // Hung up on: just as well.
        }
    }

    private static byte[] padded(int length) {
        byte[] text = text("Hello").getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(text, length);
        Arrays.fill(body, Math.min(text.length, length), length, (byte) ' ');
        return body;
    }

    private static String text(String words) {
        return SignedWebhook.text(
                "102290129340398",
                "106540352242922",
                "34600000001",
                "Endpoint",
                "wamid.endpoint",
                MutableClock.START,
                words);
    }

    private URI address() {
        return URI.create("http://localhost:" + port + "/webhooks/whatsapp");
    }

    private HttpRequest.Builder request(byte[] body, String signature) {
        return HttpRequest.newBuilder(address())
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private int post(byte[] body) throws Exception {
        return send(request(body, SignedWebhook.signature(body, SECRET)));
    }

    private int postChunked(byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(address())
                .header("X-Hub-Signature-256", SignedWebhook.signature(body, SECRET))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    private int send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** With a header that no HTTP client would send. */
    private int rawStatus(byte[] body, byte[] signature) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(("POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\nX-Hub-Signature-256: ")
                    .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(signature);
            request.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return statusIn(socket.getInputStream());
        } catch (SocketException e) {
            throw new AssertionError("Hung up without an answer", e);
        }
    }

    private static int statusIn(InputStream answer) throws IOException {
        String line = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
        return Integer.parseInt(line.substring(9));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}

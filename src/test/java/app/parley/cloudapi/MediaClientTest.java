package app.parley.cloudapi;

import static app.parley.FileServer.bytes;
import static app.parley.FileServer.json;
import static app.parley.FileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.FileServer;
import app.parley.cloudapi.MediaException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files fetched over a real socket, from a server that does as it likes. */
class MediaClientTest {

    private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);

    private final FileServer meta = new FileServer();
    private final FileServer stranger = new FileServer();
    private final MediaClient client =
            new MediaClient(new GraphProperties(URI.create(meta.url()), "v26.0"), Duration.ofSeconds(1));

    @AfterEach
    void close() {
        meta.close();
        stranger.close();
    }

    @Test
    void aFileIsAskedForWithItsNumberAndFetchedWithTheTokenAndAUserAgent() throws Exception {
        meta.file("1003", PHOTO);
        assertThat(fetch()).isEqualTo(PHOTO);
        assertThat(meta.requests().getFirst().path()).isEqualTo("/v26.0/1003?phone_number_id=106");
        assertThat(meta.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.authorization()).isEqualTo("Bearer the-token");
            assertThat(request.userAgent()).isEqualTo("Parley");
        });
    }

    @ParameterizedTest
    @CsvSource({"182859, 182859", "'\"182859\"', 182859", "null, ", "'\"many\"', "})
    void theSizeIsANumberOrText(String written, Long read) throws Exception {
        meta.answer("/v26.0/1003", json(200, "{\"url\":\"https://x\",\"file_size\":" + written + "}"));
        assertThat(link().size()).isEqualTo(read);
    }

    @Test
    void redirectsAreFollowedAsFarAsTheyStayWhereTheTokenMayGo() throws Exception {
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", redirect(302, "/elsewhere"));
        meta.answer("/elsewhere", redirect(307, meta.url() + "/at-last"));
        meta.answer("/at-last", bytes(PHOTO));
        assertThat(fetch()).isEqualTo(PHOTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRANGER/x",
                "http://127.0.0.1:STRANGERPORT/x",
                "http://[::1]:STRANGERPORT/x",
                "http://lookaside.fbsbx.com@localhost:STRANGERPORT/x",
                "http://localhost:STRANGERPORT/lookaside.fbsbx.com",
                "//localhost:STRANGERPORT/x",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/x",
                "file:///etc/passwd",
                "https://fbsbx.com.evil.example/x",
                "not an address",
                ""
            })
    void nobodyElseIsReachedNeitherAtOnceNorByARedirect(String target) {
        String there = target.replace("STRANGERPORT", stranger.url().replaceAll(".*:", ""))
                .replace("STRANGER", stranger.url());
        meta.answer("/v26.0/1003", json(200, "{\"url\":\"" + there + "\"}"));
        refused(Kind.REFUSED, this::fetch);
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", redirect(302, there));
        refused(Kind.REFUSED, this::fetch);
        meta.answer("/v26.0/1003", redirect(302, there));
        refused(Kind.REFUSED, this::fetch);
        assertThat(stranger.requests()).isEmpty();
    }

    @Test
    void redirectsThatNeverEndDo() {
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", redirect(302, "/file/1003"));
        refused(Kind.REFUSED, this::fetch);
        assertThat(meta.asked("/file/1003")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../106/messages", "..", "1003?fields=x", "1003/x", "1003#x", "10 03", "", "1003%2F"})
    void anIdThatIsNoneIsNotAskedFor(String id) {
        refused(Kind.REFUSED, () -> client.link(id, "106", "the-token"));
        assertThat(meta.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 100, REFUSED",
        "401, 190, TOKEN",
        "400, 190, TOKEN",
        "400, 131000, UNREACHABLE",
        "429, 4, UNREACHABLE",
        "500, 2, UNREACHABLE"
    })
    void anErrorOfMetasSaysWhatItIs(int status, int code, Kind kind) {
        meta.answer("/v26.0/1003", json(status, "{\"error\":{\"message\":\"x\",\"code\":" + code + "}}"));
        refused(kind, this::link);
    }

    @ParameterizedTest
    @CsvSource({"401, TOKEN", "404, REFUSED", "410, REFUSED", "429, UNREACHABLE", "503, UNREACHABLE", "204, REFUSED"})
    void anAnswerThatIsNoneOfMetasCountsByItsStatus(int status, Kind kind) {
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        refused(kind, this::fetch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "[]", "{}", "{\"url\":null}", "{\"url\":{}}"})
    void anAnswerWithoutAnAddressIsNone(String body) {
        meta.answer("/v26.0/1003", json(200, body));
        assertThatExceptionOfType(MediaException.class).isThrownBy(this::link);
    }

    @Test
    void nobodyThereIsUnreachable() {
        meta.close();
        refused(Kind.UNREACHABLE, this::link);
    }

    @Test
    void aConnectionThatBreaksOffIsUnreachable() {
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(PHOTO);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        refused(Kind.UNREACHABLE, this::fetch);
    }

    @Test
    void aServerThatSendsAByteNowAndThenIsLeft() {
        meta.file("1003", PHOTO);
        meta.answer("/file/1003", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (true) {
                out.write('x');
                out.flush();
                pause();
            }
        });
        refused(Kind.UNREACHABLE, this::fetch);
    }

    @Test
    void whatIsAnnouncedAsTooLargeIsNotFetched() {
        meta.answer("/v26.0/1003", json(200, "{\"url\":\"" + meta.url() + "/file/1003\",\"file_size\":104857601}"));
        refused(Kind.TOO_LARGE, this::fetch);
        assertThat(meta.asked("/file/1003")).isZero();
    }

    @Test
    void whatTurnsOutTooLargeIsLeftThere() {
        MediaClient patient =
                new MediaClient(new GraphProperties(URI.create(meta.url()), "v26.0"), Duration.ofMinutes(1));
        meta.answer("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 20];
            while (true) {
                exchange.getResponseBody().write(much);
            }
        });
        refused(
                Kind.TOO_LARGE,
                () -> patient.download(
                        new MediaLink(meta.url() + "/endless", null, null),
                        "the-token",
                        OutputStream.nullOutputStream()));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() {
        String much = IntStream.range(0, 100_000).mapToObj(i -> " ").reduce("", String::concat);
        meta.answer("/v26.0/1003", json(200, much));
        assertThatExceptionOfType(MediaException.class).isThrownBy(this::link);
    }

    @Test
    void troubleOfTheSinkIsItsOwn() {
        meta.file("1003", PHOTO);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.download(link(), "the-token", new OutputStream() {
                    @Override
                    public void write(int oneByte) throws IOException {
                        throw new IOException("No space left on device");
                    }
                }))
                .withMessage("No space left on device");
    }

    private MediaLink link() throws MediaException, InterruptedException {
        return client.link("1003", "106", "the-token");
    }

    private byte[] fetch() throws MediaException, InterruptedException, IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        client.download(link(), "the-token", file);
        return file.toByteArray();
    }

    private static void refused(Kind kind, ThrowingCallable attempt) {
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(attempt)
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(kind));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package app.parley.cloudapi;

import static app.parley.FileServer.bytes;
import static app.parley.FileServer.json;
import static app.parley.FileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FileServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses where a file is said to be, and must not be fetched from: the catalogue {@code attacks/addresses.txt},
 * told at once, as the target of a redirect, and at the end of a chain of them that begins at Meta's.
 */
class ForbiddenAddressesTest {

    private static final List<String> CATALOGUE = read();

    private final FileServer meta = new FileServer();
    private final FileServer stranger = new FileServer();
    private final MediaClient client =
            new MediaClient(new GraphProperties(URI.create(meta.url()), "v26.0"), Duration.ofSeconds(2));

    @AfterEach
    void close() {
        meta.close();
        stranger.close();
    }

    @Test
    void noneOfTheListIsReachedNeitherAtOnceNorByRedirects() throws Exception {
        assertThat(CATALOGUE).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        String there = stranger.url().replaceAll(".*:", "");
        stranger.answer("/", bytes("secret".getBytes(StandardCharsets.UTF_8)));
        for (String listed : CATALOGUE) {
            String address =
                    listed.replace("PORT", there).replace("META", meta.url().substring("http://".length()));
            meta.answer("/v26.0/1003", json(200, JsonMapper.shared().writeValueAsString(Map.of("url", address))));
            assertThat(fetched(address)).isFalse();
            meta.answer("/v26.0/1003", json(200, "{\"url\":\"" + meta.url() + "/file/1003\"}"));
            for (int hop = 0; hop < 3; hop++) {
                meta.answer(
                        "/file/1003" + "x".repeat(hop),
                        redirect(302 + hop % 2 * 5, "/file/1003" + "x".repeat(hop + 1)));
            }
            if (!address.matches("[ -~]*")) {
                continue; // No header can hold it.
            }
            for (int status : List.of(301, 302, 303, 307, 308)) {
                meta.answer("/file/1003xxx", redirect(status, address.replaceAll("[\\r\\n]", "")));
                assertThat(fetched("redirected to " + address)).isFalse();
            }
        }
        assertThat(stranger.requests()).isEmpty();
        IO.println("Forbidden addresses: " + CATALOGUE.size() + " told in 6 ways each, 0 reached");
    }

    private boolean fetched(String what) throws IOException, InterruptedException {
        try {
            client.download(client.link("1003", "106", "the-token"), "the-token", OutputStream.nullOutputStream());
            return true;
        } catch (MediaException refused) {
            assertThat(refused.kind()).as(what).isEqualTo(MediaException.Kind.REFUSED);
            return false;
        }
    }

    private static List<String> read() {
        try (InputStream file =
                Objects.requireNonNull(ForbiddenAddressesTest.class.getResourceAsStream("/attacks/addresses.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.parley.cloudapi;

import app.parley.cloudapi.MediaException.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Fetches customers' files from Meta and takes ours there (contract section 5). Blocks; call it outside any transaction. */
@Component
public class MediaClient {

    /** The largest file, in bytes; Meta delivers none that is larger. */
    public static final long LARGEST = 100L * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** For 100 MB; a smaller file has no reason to need longer. */
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(10);

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,300}");

    private final GraphProperties graph;
    private final MediaHosts hosts;
    private final Duration longest;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER) // By hand, looking where each one leads.
            .build();

    @Autowired
    MediaClient(GraphProperties graph) {
        this(graph, LONGEST);
    }

    /** @param longest how long the bytes of one file may take */
    MediaClient(GraphProperties graph, Duration longest) {
        this.graph = graph;
        this.hosts = new MediaHosts(graph.graphUrl());
        this.longest = longest;
    }

    /** A fresh address for a file; ask again for each attempt. */
    public MediaLink link(String mediaId, String phoneNumberId, String token)
            throws MediaException, InterruptedException {
        if (!ID.matcher(mediaId).matches() || !ID.matcher(phoneNumberId).matches()) {
            throw new MediaException(Kind.REFUSED, "an id that is none");
        }
        URI address = graph.resolve(mediaId + "?phone_number_id=" + phoneNumberId);
        try (var body = new TimedBody(follow(address, token).body(), ANSWER_TIMEOUT)) {
            return MediaLink.of(Json.MAPPER.readTree(body.readAtMost(LARGEST_ANSWER)));
        } catch (JacksonException e) {
            throw new MediaException(Kind.UNREACHABLE, "an answer that is no JSON");
        }
    }

    /**
     * Writes the file to the sink.
     *
     * @throws IOException the sink's own trouble, when it could not take what came
     */
    public void download(MediaLink link, String token, OutputStream sink)
            throws MediaException, InterruptedException, IOException {
        requireFitting(link.size() == null ? 0 : link.size());
        HttpResponse<InputStream> response = follow(address(link.url()), token);
        try (var body = new TimedBody(response.body(), longest)) {
            requireFitting(response.headers().firstValueAsLong("Content-Length").orElse(0));
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                requireFitting(total);
                sink.write(buffer, 0, count);
            }
        }
    }

    /**
     * Takes a file of ours to Meta, read from the disk as it goes. To do so twice harms nobody.
     *
     * @param contentType what Meta shall take it for
     */
    public UploadOutcome upload(String phoneNumberId, String token, Path file, String contentType, String fileName)
            throws InterruptedException {
        try {
            UploadBody body = UploadBody.of(file, contentType, fileName);
            HttpRequest request = HttpRequest.newBuilder(graph.resolve(phoneNumberId + "/media"))
                    .timeout(LONGEST_UPLOAD)
                    .header("Authorization", "Bearer " + token)
                    .header("User-Agent", "Parley")
                    .header("Content-Type", body.contentType())
                    .POST(body.publisher())
                    .build();
            return UploadOutcome.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (FileNotFoundException e) {
            return new UploadOutcome.Missing();
        } catch (IOException e) {
            return new UploadOutcome.NotUploaded(e.getClass().getSimpleName());
        }
    }

    private HttpResponse<InputStream> follow(URI first, String token) throws MediaException, InterruptedException {
        URI address = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<InputStream> response = send(address, token);
            if (!REDIRECTS.contains(response.statusCode())) {
                return response;
            }
            TimedBody.discard(response.body());
            String target = response.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new MediaException(Kind.REFUSED, "a redirect to nowhere"));
            address = address.resolve(address(target));
        }
        throw new MediaException(Kind.REFUSED, "too many redirects");
    }

    /** The only place where a token goes out, and so the only one that needs to look where to. */
    private HttpResponse<InputStream> send(URI address, String token) throws MediaException, InterruptedException {
        if (!hosts.allow(address)) {
            throw new MediaException(Kind.REFUSED, "an address where we do not go");
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("User-Agent", "Parley") // Without one, Meta's file hosts refuse.
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200 && !REDIRECTS.contains(response.statusCode())) {
                throw refusal(response);
            }
            return response;
        } catch (IOException e) {
            throw new MediaException(
                    Kind.UNREACHABLE, "no answer: " + e.getClass().getSimpleName());
        }
    }

    private static MediaException refusal(HttpResponse<InputStream> response)
            throws MediaException, InterruptedException {
        int status = response.statusCode();
        try (var body = new TimedBody(response.body(), ANSWER_TIMEOUT)) {
            JsonNode error =
                    Json.MAPPER.readTree(body.readAtMost(LARGEST_ANSWER)).path("error");
            if (error.isObject()) {
                return refusal(GraphError.of(error), status);
            }
        } catch (JacksonException e) {
            // File hosts answer in HTML, too: the status has to say it.
        }
        boolean later = status == 429 || status >= 500;
        Kind kind = status == 401 ? Kind.TOKEN : later ? Kind.UNREACHABLE : Kind.REFUSED;
        return new MediaException(kind, "HTTP " + status);
    }

    private static MediaException refusal(GraphError error, int status) {
        boolean token = error.code() == 190 || status == 401;
        Kind kind = token ? Kind.TOKEN : error.isRetryable() ? Kind.UNREACHABLE : Kind.REFUSED;
        return new MediaException(kind, "error " + error.code());
    }

    private static void requireFitting(long size) throws MediaException {
        if (size > LARGEST) {
            throw new MediaException(Kind.TOO_LARGE, "more than 100 MB");
        }
    }

    private static URI address(String text) throws MediaException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MediaException(Kind.REFUSED, "an address that is none");
        }
    }
}

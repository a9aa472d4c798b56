package app.parley.oidc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * How everything of ours asks an identity provider: only where {@link AllowedHosts} allow, following nobody elsewhere,
 * and for an answer that is there in time as a whole and not larger than such answers are.
 */
final class GuardedRequestFactory implements ClientHttpRequestFactory, AutoCloseable {

    /** In bytes. */
    static final int LARGEST_ANSWER = 1 << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Set<String> NOT_OURS_TO_SET = Set.of("content-length", "host", "connection");

    private final AllowedHosts destinations;
    private final Duration longest;
    private final HttpClient http;

    /** @param longest how long an answer may take, to its last byte */
    GuardedRequestFactory(AllowedHosts destinations, Duration longest, ProxySelector proxies) {
        this.destinations = destinations;
        this.longest = longest;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .build();
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new Asking(uri, method);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private final class Asking extends AbstractClientHttpRequest {

        private final URI uri;
        private final HttpMethod method;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        private Asking(URI uri, HttpMethod method) {
            this.uri = uri;
            this.method = method;
        }

        @Override
        public HttpMethod getMethod() {
            return method;
        }

        @Override
        public URI getURI() {
            return uri;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return body;
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
            if (!destinations.allow(uri)) {
                throw new RejectedResponseException("an address where we do not go");
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(longest)
                    .method(method.name(), BodyPublishers.ofByteArray(body.toByteArray()));
            headers.forEach((name, values) -> {
                if (!NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> response = answer(request.build());
            if (response.statusCode() / 100 == 3) {
                throw new RejectedResponseException("a redirect");
            }
            return new BufferedResponse(response);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            answer.cancel(true); // Who is still sending is hung up on.
        }
    }
}

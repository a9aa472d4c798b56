package app.parley.oidc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that is here, to its last byte. */
final class BufferedResponse implements ClientHttpResponse {

    private final HttpResponse<byte[]> answer;

    BufferedResponse(HttpResponse<byte[]> answer) {
        this.answer = answer;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatusCode.valueOf(answer.statusCode());
    }

    @Override
    public String getStatusText() {
        return "";
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        answer.headers().map().forEach(headers::addAll);
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

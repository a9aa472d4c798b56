package app.parley.bench;

import app.parley.SignedWebhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection that posts webhooks one after the other, as cheaply as can be: the sender shares the cores. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];

    Wire(String application) throws IOException {
        URI uri = URI.create(application);
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** The request, ready to be written. */
    static byte[] request(byte[] body) {
        byte[] head = ("POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "X-Hub-Signature-256: "
                        + SignedWebhook.sign(new String(body, StandardCharsets.UTF_8), Setup.SECRET)
                                .signature() + "\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** The status of the answer, which has no body. */
    int post(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int read = 0;
        while (read < 4 || !endsHead(read)) {
            int n = in.read(buffer, read, buffer.length - read);
            if (n < 0) {
                throw new IOException("The connection was closed");
            }
            read += n;
        }
        return Integer.parseInt(new String(buffer, 9, 3, StandardCharsets.US_ASCII));
    }

    private boolean endsHead(int read) {
        return buffer[read - 1] == '\n' && buffer[read - 3] == '\n';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package app.parley.bench;

import app.parley.SignedWebhook;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection that posts webhooks one after the other, as cheaply as can be: the sender shares the cores. */
final class Wire implements AutoCloseable {

    private final URI uri;
    private final byte[] buffer = new byte[4096];
    private Socket socket;

    Wire(String application) throws IOException {
        uri = URI.create(application);
        socket = connect();
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(uri.getHost(), uri.getPort());
        connected.setTcpNoDelay(true);
        return connected;
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
            int n = socket.getInputStream().read(buffer, read, buffer.length - read);
            if (n < 0) {
                throw new IOException("The connection was closed");
            }
            read += n;
        }
        String head = new String(buffer, 0, read, StandardCharsets.US_ASCII);
        if (head.contains("Connection: close")) {
            socket.close();
            socket = connect();
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private boolean endsHead(int read) {
        return buffer[read - 1] == '\n' && buffer[read - 3] == '\n';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

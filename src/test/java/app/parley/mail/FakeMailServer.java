package app.parley.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server behind a real socket (RFC 5321): takes letters, or answers a command as a test tells it to. With a
 * certificate it goes on encrypted when it is asked to (RFC 3207), or encrypts from the first byte on.
 */
public final class FakeMailServer implements AutoCloseable {

    /** How it encrypts. */
    enum Tls {
        NONE,
        WHEN_ASKED,
        FROM_THE_FIRST_BYTE
    }

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Tls tls;
    private final @Nullable SSLContext certificate;
    private volatile boolean silent;

    public FakeMailServer() {
        this(Tls.NONE, null);
    }

    FakeMailServer(Tls tls, @Nullable SSLContext certificate) {
        this.tls = tls;
        this.certificate = certificate;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("little mail server").start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What came between DATA and the dot, one letter each. */
    public List<String> letters() {
        return letters;
    }

    List<String> commands() {
        return commands;
    }

    /** @param command its first word */
    public void answers(String command, String answer) {
        answers.put(command, answer);
    }

    void saysNothing() {
        silent = true;
    }

    public void reset() {
        letters.clear();
        commands.clear();
        answers.clear();
        silent = false;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> talk(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket one) {
        try (Socket line = tls == Tls.FROM_THE_FIRST_BYTE ? encrypted(one) : one) {
            if (silent) {
                line.getInputStream().read();
                return;
            }
            if (greetAndObey(line, tls == Tls.WHEN_ASKED)) {
                try (Socket encrypted = encrypted(line)) {
                    obeyAll(encrypted, false);
                }
            }
        } catch (IOException e) {
            commands.add("cut off");
        }
    }

    private boolean greetAndObey(Socket line, boolean offersTls) throws IOException {
        line.getOutputStream().write("220 little\r\n".getBytes(StandardCharsets.US_ASCII));
        return obeyAll(line, offersTls);
    }

    /** @return whether it has said that it goes on encrypted */
    private boolean obeyAll(Socket line, boolean offersTls) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(line.getOutputStream(), false, StandardCharsets.UTF_8);
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            String command = said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            commands.add((line instanceof SSLSocket ? "(encrypted) " : "") + said);
            String told = answers.get(command);
            if (told != null) {
                say(out, told);
            } else if (offersTls && command.equals("EHLO")) {
                say(out, "250-little\r\n250 STARTTLS");
            } else if (offersTls && command.equals("STARTTLS")) {
                say(out, "220 go on");
                return true;
            } else if (!obey(command, in, out)) {
                return false;
            }
        }
        return false;
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket encrypted = (SSLSocket)
                Objects.requireNonNull(certificate).getSocketFactory().createSocket(plain, null, true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private boolean obey(String command, BufferedReader in, PrintWriter out) throws IOException {
        switch (command) {
            case "EHLO" -> say(out, "250-little\r\n250 AUTH PLAIN");
            case "AUTH" -> say(out, "235 welcome");
            case "DATA" -> {
                say(out, "354 go on");
                letters.add(letter(in));
                say(out, "250 taken");
            }
            case "QUIT" -> {
                say(out, "221 bye");
                return false;
            }
            default -> say(out, "250 ok");
        }
        return true;
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

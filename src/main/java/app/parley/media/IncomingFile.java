package app.parley.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file on its way in, under a name of no meaning; what is not kept is gone when it is closed. */
final class IncomingFile extends OutputStream {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256 = sha256();
    private byte[] digest = {};
    private long size;

    IncomingFile(Path directory) throws IOException {
        file = Files.createTempFile(directory, "arrival", ".tmp");
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        sha256.update(bytes, offset, length);
        size += length;
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** Of everything that was written; nothing is written after it was asked for. */
    byte[] digest() {
        if (digest.length == 0) {
            digest = sha256.digest();
        }
        return digest.clone();
    }

    /** What it is kept under. */
    String name() {
        return HexFormat.of().formatHex(digest());
    }

    /** Its bytes are on the disk, whatever happens after. */
    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

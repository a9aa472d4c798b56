package app.parley.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a backup on their way into its file, a plain zip. The last one, {@code checksums.txt}, has the SHA-256 of
 * all others in the words of {@code sha256sum}: without it, the file is not whole.
 */
final class BackupArchive implements AutoCloseable {

    static final String CHECKSUMS = "checksums.txt";
    static final String MANIFEST = "manifest.json";
    static final String TABLES = "tables/";
    static final String MEDIA = "media/";

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final StringBuilder checksums = new StringBuilder();

    BackupArchive(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        zip = new ZipOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), StandardCharsets.UTF_8);
    }

    /** Writes one part. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws Exception;
    }

    /** @param dense whether it is worth making smaller; pictures and films are as small as they get */
    void add(String name, boolean dense, Content content) throws Exception {
        MessageDigest sha256 = Sha256.digest();
        zip.setLevel(dense ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream digesting = new DigestOutputStream(zip, sha256);
        content.writeTo(digesting);
        zip.closeEntry();
        checksums
                .append(HexFormat.of().formatHex(sha256.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Its bytes, to the last, are on the disk. */
    void finish() throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(CHECKSUMS));
        zip.write(checksums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    /** Of what was cut off, nothing more is written. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}

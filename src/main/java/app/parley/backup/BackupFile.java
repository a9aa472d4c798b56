package app.parley.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup, open to be read. Nothing of it is believed before all of it has been looked through. */
final class BackupFile implements AutoCloseable {

    private static final Pattern PART = Pattern.compile(
            "tables/[a-z_0-9]{1,60}\\.jsonl|media/[0-9a-f]{64}(\\.thumb)?|manifest\\.json|checksums\\.txt");

    private final ZipFile zip;

    private BackupFile(ZipFile zip) {
        this.zip = zip;
    }

    static BackupFile open(Path file) throws RefusedBackupException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedBackupException("There is no file " + file + ".");
        }
        try {
            return new BackupFile(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException e) {
            throw new RefusedBackupException(file + " is cut off, or is no backup.");
        }
    }

    /** Reads every byte of it, and compares it with its checksums. */
    Manifest check() throws RefusedBackupException, IOException {
        try {
            Map<String, String> checksums = checksums();
            for (ZipEntry part : parts()) {
                if (!PART.matcher(part.getName()).matches()) {
                    throw new RefusedBackupException("The file holds "
                            + part.getName().replaceAll("\\p{C}", "?") + ", which no backup of Parley holds.");
                }
                String wanted = checksums.remove(part.getName());
                if (!part.getName().equals(BackupArchive.CHECKSUMS)
                        && !sha256(part).equals(wanted)) {
                    throw new RefusedBackupException(
                            part.getName() + " in the file is not what was written into it: the file is damaged.");
                }
            }
            if (!checksums.isEmpty()) {
                throw new RefusedBackupException("The file is not whole: "
                        + checksums.keySet().iterator().next() + " is missing.");
            }
            return Manifest.of(bytes(BackupArchive.MANIFEST));
        } catch (ZipException e) {
            throw new RefusedBackupException("The file is damaged.");
        }
    }

    List<? extends ZipEntry> parts() {
        return Collections.list(zip.entries());
    }

    InputStream content(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("The file has no " + part);
        }
        return zip.getInputStream(entry);
    }

    private byte[] bytes(String part) throws RefusedBackupException, IOException {
        if (zip.getEntry(part) == null) {
            throw new RefusedBackupException("The file is no backup of Parley: it has no " + part + ".");
        }
        try (InputStream in = content(part)) {
            return in.readAllBytes();
        }
    }

    private Map<String, String> checksums() throws RefusedBackupException, IOException {
        Map<String, String> checksums = new HashMap<>();
        new String(bytes(BackupArchive.CHECKSUMS), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    int gap = line.indexOf("  ");
                    if (gap > 0) {
                        checksums.put(line.substring(gap + 2), line.substring(0, gap));
                    }
                });
        return checksums;
    }

    private String sha256(ZipEntry part) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        try (InputStream in = new DigestInputStream(zip.getInputStream(part), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

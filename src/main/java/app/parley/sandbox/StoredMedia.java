package app.parley.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file that Meta keeps for a while. Its digest is hexadecimal when asked for, base64 in webhooks (section 5). */
final class StoredMedia {

    private final String id;
    private final String filename;
    private final String mimeType;
    private final byte[] content;

    StoredMedia(String id, String filename, String mimeType, byte[] content) {
        this.id = id;
        this.filename = filename;
        this.mimeType = mimeType;
        this.content = content;
    }

    String id() {
        return id;
    }

    String filename() {
        return filename;
    }

    String mimeType() {
        return mimeType;
    }

    byte[] content() {
        return content;
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(digest());
    }

    String sha256Base64() {
        return Base64.getEncoder().encodeToString(digest());
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

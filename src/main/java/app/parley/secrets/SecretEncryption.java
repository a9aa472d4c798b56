package app.parley.secrets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets for the database (AES-256 in Galois/Counter Mode) and opens them again. Each is bound to its place: moved
 * to another row or column, it does not open.
 */
@Component
public class SecretEncryption {

    private static final String FORM = "1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    SecretEncryption(
            @Value("${parley.encryption-key:}") String setting, @Value("${parley.data-dir}") Path dataDirectory) {
        this.keys = KeySetting.keys(setting, dataDirectory);
    }

    /**
     * @param place which row and column it will stand in, such as {@code account/17/token}
     * @return ASCII text of about four thirds of the secret's bytes and 60 more
     */
    public String encrypt(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Key key = keys.first();
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return FORM + "." + key.id() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("It cannot be encrypted", e);
        }
    }

    /** @throws DecryptionException when it was encrypted with a key we do not have, for another place, or was changed since */
    public String decrypt(String encrypted, String place) {
        String[] parts = parts(encrypted);
        Key key = keys.byId(parts[1]).orElseThrow(DecryptionException::new);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts[2]));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(rest);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
            throw new DecryptionException();
        }
    }

    /** Whether it was encrypted with the key that encrypts now. */
    boolean isOfFirstKey(String encrypted) {
        return parts(encrypted)[1].equals(keys.first().id());
    }

    private static String[] parts(String encrypted) {
        String[] parts = encrypted.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new DecryptionException();
        }
        return parts;
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

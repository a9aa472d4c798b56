package app.parley.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What the owner of an installation may do with its key, and what becomes of a secret. */
class SecretEncryptionTest {

    private static final String ONE = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OTHER = "//////////////////////////////////////////8=";

    @TempDir
    Path directory;

    @Test
    void aSecretIsSealedDifferentlyEachTimeAndOpensInItsPlaceOnly() {
        SecretEncryption secrets = new SecretEncryption(ONE, directory);
        String encrypted = secrets.encrypt("EAAG tøken", "account/1/token");
        assertThat(encrypted).doesNotContain("EAAG").isNotEqualTo(secrets.encrypt("EAAG tøken", "account/1/token"));
        assertThat(secrets.decrypt(encrypted, "account/1/token")).isEqualTo("EAAG tøken");
        assertThatThrownBy(() -> secrets.decrypt(encrypted, "account/2/token")).isInstanceOf(DecryptionException.class);
    }

    @Test
    void whatWasChangedInTheDatabaseDoesNotOpen() {
        SecretEncryption secrets = new SecretEncryption(ONE, directory);
        String encrypted = secrets.encrypt("secret", "place");
        char last = encrypted.charAt(encrypted.length() - 3);
        String changed = encrypted.substring(0, encrypted.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + encrypted.substring(encrypted.length() - 2);
        assertThatThrownBy(() -> secrets.decrypt(changed, "place")).isInstanceOf(DecryptionException.class);
        assertThatThrownBy(() -> secrets.decrypt("secret", "place")).isInstanceOf(DecryptionException.class);
        assertThatThrownBy(() -> secrets.decrypt(encrypted.substring(0, 14), "place"))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void whileTheKeyIsChangedTheOldOneStillOpens() {
        String encrypted = new SecretEncryption(ONE, directory).encrypt("secret", "place");
        SecretEncryption changing = new SecretEncryption(OTHER + " , " + ONE, directory);
        assertThat(changing.decrypt(encrypted, "place")).isEqualTo("secret");
        assertThat(changing.isOfFirstKey(encrypted)).isFalse();
        String anew = changing.encrypt("secret", "place");
        assertThat(new SecretEncryption(OTHER, directory).decrypt(anew, "place"))
                .isEqualTo("secret");
        assertThatThrownBy(() -> new SecretEncryption(OTHER, directory).decrypt(encrypted, "place"))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void withoutASettingAKeyIsMadeOnceForTheOwnersEyesOnly() throws Exception {
        String encrypted = new SecretEncryption("", directory).encrypt("secret", "place");
        assertThat(new SecretEncryption("", directory).decrypt(encrypted, "place"))
                .isEqualTo("secret");
        Path file = directory.resolve("encryption.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "00112233",
                ONE + "00",
                ONE + ",",
                "zz" + "00112233445566778899aabbccddeeff00112233445566778899aabbccddee"
            })
    void aMalformedKeyStopsTheStartWithASentenceThatDoesNotQuoteIt(String key) {
        assertThatThrownBy(() -> new SecretEncryption(key, directory))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.encryption-key");
                    assertThat(e.getReason()).startsWith("is not a key: it must be 32 random bytes");
                    assertThat(e.getReason()).doesNotContain(key);
                });
    }

    @Test
    void aFileWithoutAKeyStopsTheStartToo() throws Exception {
        Files.writeString(directory.resolve("encryption.key"), "");
        assertThatThrownBy(() -> new SecretEncryption("", directory))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        e -> assertThat(e.getReason()).contains("encryption.key holds no key"));
    }
}

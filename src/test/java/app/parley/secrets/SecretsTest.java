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
class SecretsTest {

    private static final String ONE = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OTHER = "//////////////////////////////////////////8=";

    @TempDir
    Path directory;

    @Test
    void aSecretIsSealedDifferentlyEachTimeAndOpensInItsPlaceOnly() {
        Secrets secrets = new Secrets(ONE, directory);
        String sealed = secrets.seal("EAAG tøken", "account/1/token");
        assertThat(sealed).doesNotContain("EAAG").isNotEqualTo(secrets.seal("EAAG tøken", "account/1/token"));
        assertThat(secrets.open(sealed, "account/1/token")).isEqualTo("EAAG tøken");
        assertThatThrownBy(() -> secrets.open(sealed, "account/2/token")).isInstanceOf(UnopenedException.class);
    }

    @Test
    void whatWasChangedInTheDatabaseDoesNotOpen() {
        Secrets secrets = new Secrets(ONE, directory);
        String sealed = secrets.seal("secret", "place");
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);
        assertThatThrownBy(() -> secrets.open(changed, "place")).isInstanceOf(UnopenedException.class);
        assertThatThrownBy(() -> secrets.open("secret", "place")).isInstanceOf(UnopenedException.class);
        assertThatThrownBy(() -> secrets.open(sealed.substring(0, 14), "place")).isInstanceOf(UnopenedException.class);
    }

    @Test
    void whileTheKeyIsChangedTheOldOneStillOpens() {
        String sealed = new Secrets(ONE, directory).seal("secret", "place");
        Secrets changing = new Secrets(OTHER + " , " + ONE, directory);
        assertThat(changing.open(sealed, "place")).isEqualTo("secret");
        assertThat(changing.isOfFirstKey(sealed)).isFalse();
        String anew = changing.seal("secret", "place");
        assertThat(new Secrets(OTHER, directory).open(anew, "place")).isEqualTo("secret");
        assertThatThrownBy(() -> new Secrets(OTHER, directory).open(sealed, "place"))
                .isInstanceOf(UnopenedException.class);
    }

    @Test
    void withoutASettingAKeyIsMadeOnceForTheOwnersEyesOnly() throws Exception {
        String sealed = new Secrets("", directory).seal("secret", "place");
        assertThat(new Secrets("", directory).open(sealed, "place")).isEqualTo("secret");
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
        assertThatThrownBy(() -> new Secrets(key, directory))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                    assertThat(e.getName()).isEqualTo("parley.encryption-key");
                    assertThat(e.getReason()).startsWith("is not a key: it must be 32 random bytes");
                    assertThat(e.getReason()).doesNotContain(key);
                });
    }

    @Test
    void aFileWithoutAKeyStopsTheStartToo() throws Exception {
        Files.writeString(directory.resolve("encryption.key"), "");
        assertThatThrownBy(() -> new Secrets("", directory))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        e -> assertThat(e.getReason()).contains("encryption.key holds no key"));
    }
}

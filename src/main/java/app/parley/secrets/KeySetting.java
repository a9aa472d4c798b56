package app.parley.secrets;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Where the keys come from; what is wrong with them stops the start, in a sentence that quotes none. */
final class KeySetting {

    static final String NAME = "parley.encryption-key";

    private static final String FORGETTING = "parley.forget-lost-secrets";
    private static final String FORM = "32 random bytes as 64 hexadecimal digits or in base64";

    private KeySetting() {}

    /** @param setting blank when none is set */
    static Keys keys(String setting, Path dataDirectory) {
        return setting.isBlank() ? ofFile(dataDirectory) : ofSetting(setting);
    }

    private static Keys ofSetting(String setting) {
        return Keys.parse(setting)
                .orElseThrow(() -> wrong("is not a key: it must be " + FORM
                        + "; several, with commas between them, while you change it."));
    }

    private static Keys ofFile(Path dataDirectory) {
        Path file = dataDirectory.resolve(KeyFile.NAME);
        try {
            return Keys.parse(KeyFile.in(dataDirectory))
                    .orElseThrow(() -> wrong("is not set, and " + file + " holds no key: it must hold " + FORM + "."));
        } catch (IOException e) {
            throw wrong("is not set, and " + file + " can be neither read nor written.");
        }
    }

    /** The keys are good, but others than those that encrypted what is stored. */
    static InvalidConfigurationPropertyValueException anotherKey(boolean isSet) {
        return wrong((isSet ? "is" : "is not set, and the file " + KeyFile.NAME + " in parley.data-dir holds")
                + " another key than the one that encrypted what is stored in the database: bring that one back, or start once with"
                + " parley.forget-lost-secrets=true and set up again what was encrypted.");
    }

    /** Every key that is needed is there. */
    static InvalidConfigurationPropertyValueException nothingToForget() {
        return new InvalidConfigurationPropertyValueException(
                FORGETTING,
                true,
                "is on, but all that is stored opens with the key there is: take the setting away and start again.");
    }

    private static InvalidConfigurationPropertyValueException wrong(String fault) {
        return new InvalidConfigurationPropertyValueException(NAME, null, fault);
    }
}

package app.parley;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whoever awaits something looks fifty times a second instead of ten: the tests await some thousand things. */
public final class QuickLook implements BeforeAllCallback {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}

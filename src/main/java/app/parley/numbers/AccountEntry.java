package app.parley.numbers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as admins see it: without anything that is secret.
 *
 * @param name WhatsApp's for it; null while it is not known
 * @param fromSettings whether it stands in the settings of this installation, where it is changed
 * @param version what a change is made on: refused when somebody else changed it since
 */
public record AccountEntry(
        String wabaId,
        @Nullable String name,
        boolean fromSettings,
        int version,
        @Nullable Instant addedAt,
        List<Secret> secrets) {

    /**
     * One of the app secrets.
     *
     * @param lastUsedAt when it last signed a webhook, since this process began; null when it did not
     */
    public record Secret(int n, Instant addedAt, @Nullable Instant lastUsedAt) {}
}

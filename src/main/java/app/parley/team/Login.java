package app.parley.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is logged in.
 *
 * @param id proves nothing outside the application, but is shown to nobody
 * @param since from when on, as far as it is known
 * @param address null when it has shown no page yet
 * @param browser such as "Firefox, Windows"; empty when it did not say
 */
public record Login(
        String id,
        @Nullable Instant since,
        Instant lastSeen,
        @Nullable String address,
        String browser) {

    /** @param userAgent as the browser calls itself */
    public static Login of(
            String id,
            @Nullable Instant since,
            Instant lastSeen,
            @Nullable String address,
            @Nullable String userAgent) {
        return new Login(id, since, lastSeen, address, BrowserWords.of(userAgent));
    }
}

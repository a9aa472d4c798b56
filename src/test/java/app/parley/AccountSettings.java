package app.parley;

import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The settings of one account, {@link Given#ACCOUNT}, whose Graph API a test plays. */
public final class AccountSettings {

    private AccountSettings() {}

    public static void add(DynamicPropertyRegistry settings, Supplier<Object> graphUrl) {
        settings.add("parley.whatsapp.graph-url", graphUrl);
        settings.add("parley.whatsapp.business-account-id", () -> Given.ACCOUNT);
        settings.add("parley.whatsapp.access-token", () -> "the-token");
        settings.add("parley.whatsapp.app-secret", () -> "secret");
        settings.add("parley.whatsapp.verify-token", () -> "verify");
    }
}

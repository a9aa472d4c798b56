package app.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedWebhookTest {

    /** The contract's own example (section 1.2). */
    @Test
    void theSignatureIsMetas() {
        assertThat(SignedWebhook.sign("{\"object\":\"whatsapp_business_account\",\"entry\":[]}", "test-app-secret")
                        .signature())
                .isEqualTo("sha256=c84a394cc475525991e78ff16e430b02e47f953877d2af0ade26956ce6f384dc");
    }
}

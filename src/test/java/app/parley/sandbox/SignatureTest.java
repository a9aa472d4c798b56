package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The contract's test vectors (section 1.2). */
class SignatureTest {

    private static final String SECRET = "test-app-secret";
    private static final String VECTOR = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{\
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},\
            "contacts":[{"profile":{"name":"Jos\\u00e9 \\ud83d\\ude00"},"wa_id":"16505551234"}],\
            "messages":[{"from":"16505551234","id":"wamid.TEST1=","timestamp":"1749416383",\
            "text":{"body":"caf\\u00e9 https:\\/\\/example.com\\/a?b=1"},"type":"text"}]},"field":"messages"}]}]}""";

    @Test
    void anEmptyBodyIsSignedAsInTheContract() {
        assertThat(Signature.of(bytes("{\"object\":\"whatsapp_business_account\",\"entry\":[]}"), SECRET))
                .isEqualTo("sha256=c84a394cc475525991e78ff16e430b02e47f953877d2af0ade26956ce6f384dc");
    }

    @Test
    void accentsEmojiAndSlashesLeaveAsMetaEscapesThem() {
        byte[] written = MetaJson.write(MetaJson.read(bytes(VECTOR)));

        assertThat(new String(written, StandardCharsets.US_ASCII)).isEqualTo(VECTOR);
        assertThat(Signature.of(written, SECRET))
                .isEqualTo("sha256=cb4cf3679031e6cb0703d71b16b400b9e7b760d39ce12d2756bef9ef3ada3e58");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

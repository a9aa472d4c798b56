package app.parley;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as Meta posts it: the body, signed over its bytes (contract sections 1.2 and 2). */
public record SignedWebhook(String body, String signature) {

    public static SignedWebhook sign(String body, String appSecret) {
        return new SignedWebhook(body, signature(body.getBytes(StandardCharsets.UTF_8), appSecret));
    }

    /** The signature's header, of bytes that may be no text at all. */
    public static String signature(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A customer's text to a number. Names and texts are put in as they are: plain ASCII, without quotes. */
    public static String text(
            String wabaId, String phoneNumberId, String waId, String name, String id, Instant at, String text) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp",\
                "metadata":{"display_phone_number":"15550783881","phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],\
                "messages":[{"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]}}]}]}""".formatted(wabaId, phoneNumberId, name, waId, waId, id, at.getEpochSecond(), text);
    }

    /** @param application where Parley listens, such as {@code http://localhost:8080} */
    public HttpRequest to(String application) {
        return HttpRequest.newBuilder(URI.create(application + "/webhooks/whatsapp"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}

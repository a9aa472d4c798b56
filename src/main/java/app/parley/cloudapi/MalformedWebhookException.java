package app.parley.cloudapi;

/** A body that is no webhook of WhatsApp's; the message is a sentence for the admin. */
public class MalformedWebhookException extends RuntimeException {

    MalformedWebhookException(String message) {
        super(message);
    }
}

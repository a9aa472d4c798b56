package app.parley.mail;

/** A letter was not sent. */
public final class NotSentException extends RuntimeException {

    private final MailTrouble trouble;

    NotSentException(MailTrouble trouble) {
        super(trouble.name());
        this.trouble = trouble;
    }

    NotSentException(MailTrouble trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    public MailTrouble trouble() {
        return trouble;
    }
}

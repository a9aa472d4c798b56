package app.parley.mail;

/** A letter was not sent. */
public final class NotSentException extends RuntimeException {

    private final MailFailure trouble;

    NotSentException(MailFailure trouble) {
        super(trouble.name());
        this.trouble = trouble;
    }

    NotSentException(MailFailure trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    public MailFailure trouble() {
        return trouble;
    }
}

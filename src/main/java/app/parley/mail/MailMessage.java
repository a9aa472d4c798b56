package app.parley.mail;

/**
 * To one person, in plain text.
 *
 * @param name theirs
 * @param address theirs, bare
 */
public record MailMessage(String name, String address, String subject, String text) {

    /** Never with what it says, wherever this is printed. */
    @Override
    public String toString() {
        return "MailMessage";
    }
}

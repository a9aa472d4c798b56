package app.parley.secrets;

/** What is stored cannot be opened; says no more, so that nothing of it gets anywhere. */
public class DecryptionException extends RuntimeException {

    DecryptionException() {
        super("A stored secret cannot be opened");
    }
}
